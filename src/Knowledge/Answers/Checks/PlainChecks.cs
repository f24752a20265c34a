using System.Text.RegularExpressions;
using Warmline.Knowledge.Language;

namespace Warmline.Knowledge.Answers.Checks;

/// <summary>What every text of the model must pass, whatever it is for.</summary>
internal sealed partial class PlainChecks(string language, string instruction)
{
    private const double SureOfLanguage = 0.9;
    private const double Likely = 0.7;
    private const int LeakFrom = 5;
    private readonly HashSet<string> _instruction = [.. Runs(instruction)];

    public Objection Of(string text) =>
        Markup().IsMatch(text) ? Objection.Form
        : Runs(text).Any(_instruction.Contains) ? Objection.Instructions
        : LanguageIdentifier.Identify(Citations.Without(text)) is { Language: { } found, Confidence: >= SureOfLanguage } && found != language ? Objection.WrongLanguage
        : Objection.None;

    /// <summary>The whole text must tell its language; a sentence of names and figures need not.</summary>
    public bool IsInLanguage(string whole) =>
        LanguageIdentifier.Identify(Citations.Without(whole)) is { Language: { } found, Confidence: >= Likely } && found == language;

    private static IEnumerable<string> Runs(string text)
    {
        var words = TextNormalizer.Words(text);
        return Enumerable.Range(0, Math.Max(0, words.Length - LeakFrom + 1)).Select(start => string.Join(' ', words[start..(start + LeakFrom)]));
    }

    // HTML, pictures, fences and direction marks that turn a line around: none of it is needed to answer.
    [GeneratedRegex(@"<[a-z!/]|!\[|```|[\u202A-\u202E]|\p{Cc}(?<![\n\r\t])", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Markup();
}
