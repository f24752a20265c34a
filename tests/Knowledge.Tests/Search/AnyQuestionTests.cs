using CsCheck;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Tests.Search;

public sealed class AnyQuestionTests
{
    [Fact]
    public void No_line_breaks_the_engine_and_the_same_line_gets_the_same_answer() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char['\uD7F0', '\uE010'], 0, 20], Gen.String[Gen.Char["aеو ﷺ\u200cŁß#{}\0"], 0, 60]), Gen.Int[0, 3])
            .Sample((line, number) =>
            {
                var language = Articles.Languages[number];
                var first = Ranked(language, line);
                Assert.Equal(first, Ranked(language, line));
                Assert.All(first, found => Assert.InRange(found.Score, -1, 1.5));
            }, iter: 500);

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public void A_line_of_a_million_characters_is_answered_like_its_beginning(string language)
    {
        var word = Articles.Of(language).Find("delivery.cost", language)!.Content.Title + " ";
        var line = string.Concat(Enumerable.Repeat(word, 1_000_000 / word.Length));

        Assert.Equal(Ranked(language, line[..1000]), Ranked(language, line));
        Assert.NotEmpty(Ranked(language, line));
    }

    [Fact]
    public void The_order_in_which_articles_are_loaded_changes_nothing()
    {
        var articles = Enumerable.Range(0, 50).Select(n => new RankedArticle($"key{n:D2}", "en", $"How do I return item {n % 7}?", [$"return number {n % 5}"], "")).ToList();
        var shuffled = articles.AsEnumerable().Reverse();

        Assert.Equal(
            KnowledgeRanking.Of(articles).Rank("return item", "en").Keys,
            KnowledgeRanking.Of(shuffled).Rank("return item", "en").Keys);
    }

    private static readonly Dictionary<string, ArticleSearch> Searches = Articles.Languages.ToDictionary(language => language, Articles.Of);

    private static List<(string Key, double Score)> Ranked(string language, string line) =>
        [.. Searches[language].Search(new KnowledgeQuestion(line, language)).Select(found => (found.Article.Key, (double)found.Score))];
}
