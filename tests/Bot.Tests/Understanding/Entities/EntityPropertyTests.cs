using System.Diagnostics;
using CsCheck;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Tests.Understanding;

public sealed class EntityPropertyTests
{
    private static readonly string[] Languages = ["en", "pl", "ru", "fa"];

    // Words of the files in any order: what the grammar can say, and much that nobody would.
    private static readonly string[] Words = [.. Languages.Append("any").SelectMany(WordsOf).Distinct()];

    private static readonly Gen<string> Anything = Gen.Int[0, 0xFFFF].Select(code => (char)code).Array[0, 60].Select(letters => new string(letters));

    private static readonly Gen<string> Sentence = Gen.OneOf(
        Gen.Int[0, Words.Length - 1].Select(at => Words[at]), Gen.Int[0, 3000].Select(number => $"{number}"),
        OneOf("@", ".", ":", "-", "/", "$", ",", "(", "\u202E", "\uD800", "😠", "\0", "31", "99:99")).Array[0, 14]
        .SelectMany(words => OneOf(" ", "").Select(gap => string.Join(gap, words)));

    [Fact]
    public void No_string_is_too_strange() => Gen.Select(OneOf(Languages), Gen.OneOf(Anything, Sentence)).Sample(
        (language, text) => Assert.All(Reading.Read(language, text).Times, time => Assert.False(time.To < time.From)), iter: 20_000);

    [Fact]
    public void The_same_line_gives_the_same_again() => Gen.Select(OneOf(Languages), Sentence).Sample(
        (language, text) => Assert.Equal(Reading.Times(language, text), Reading.Times(language, text)), iter: 1_000);

    [Theory]
    [InlineData("a@a.")]
    [InlineData("1 2-3 ")]
    [InlineData("ten to five past ")]
    [InlineData("1234567")]
    [InlineData("((((+48")]
    [InlineData("\uD800\u202E\0")]
    public void A_megabyte_is_read_in_no_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var line = WordReader.Read(text);
        var reader = Reading.With();
        reader.Read([line], "en", Reading.Now);
        var watch = Stopwatch.StartNew();

        reader.Read([line], "en", Reading.Now);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
    }

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(at => choices[at]);

    private static IEnumerable<string> WordsOf(string language)
    {
        using var stream = typeof(EntityReader).Assembly.GetManifestResourceStream($"Entities.{language}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#')).SelectMany(line => line.Split(" : ")[^1].Split('|', ' ', '(', ')'))
            .Where(word => word.Length > 0 && !word.Contains('<'));
    }
}
