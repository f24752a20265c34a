using System.Globalization;

namespace Warmline.Benchmarks.Retrieval;

/// <summary>As many made-up articles as asked for, in up to four languages, of words as unevenly spread as real ones; always the same.</summary>
internal static class BigShop
{
    private const int Words = 20_000;
    private static readonly (string Language, string Letters)[] Alphabets =
        [("en", "etaoinshrdlu"), ("pl", "aioezncwyrsk"), ("ru", "оеаинтсрвлкм"), ("fa", "ایرندهمتوبسل")];

    public static IEnumerable<FaqArticle> Articles(int count, int languages) =>
        Alphabets.Take(languages).SelectMany(alphabet => Enumerable.Range(0, count).Select(number => Article(alphabet.Language, alphabet.Letters, number)));

    public static IEnumerable<FaqQuestion> Questions(int articles, int count, int languages) => Enumerable.Range(0, count).Select(number =>
    {
        var (language, letters) = Alphabets[number % languages];
        var article = Article(language, letters, number * 7919 % articles);
        return new FaqQuestion(article.Variants[1][..^1], language, [article.Key]); // the last letter is forgotten
    });

    private static FaqArticle Article(string language, string letters, int number)
    {
        var random = new Random(number);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"a{number}"), language, Text(5), [.. Enumerable.Range(0, 4).Select(_ => Text(8))], Text(60));

        string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word((int)(Words * Math.Pow(random.NextDouble(), 3)))));

        string Word(int rank)
        {
            var word = "";
            for (var left = rank + letters.Length; left > 0; left /= letters.Length)
            {
                word += letters[left % letters.Length];
            }

            return word + letters[rank % 7];
        }
    }
}
