using System.Text.RegularExpressions;

namespace Warmline.Knowledge.Answers.Checks;

/// <summary>Links and e-mail addresses, in a form in which the same place is written the same; a target inside the shop's pages is one too.</summary>
internal static partial class Addresses
{
    /// <summary>The addresses, and the text without them.</summary>
    public static (IReadOnlyList<Fact> Facts, string Others) Take(string text)
    {
        var facts = new List<Fact>();
        var rest = Address().Replace(Target().Replace(text, Keep), Keep);
        return (facts, rest);

        string Keep(Match match)
        {
            facts.Add(new Fact($"a:{Form(match.Groups["address"].Value)}"));
            return " ";
        }
    }

    private static string Form(string address)
    {
        var found = address.TrimEnd('.', ',', ';', ':', '!', '?', ')', '»', '"', '\'', '/');
        found = found.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? found["mailto:".Length..] : found;
        found = Scheme().Replace(found, "");
        var path = found.IndexOf('/', StringComparison.Ordinal);
        // The name of a place is written in any case, what is behind it is not.
        return path < 0 ? found.ToLowerInvariant() : found[..path].ToLowerInvariant() + found[path..];
    }

    // [words](target): whatever the target is.
    [GeneratedRegex(@"\]\(\s*<?(?<address>[^)\s>]+)[^)]*\)", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Target();

    [GeneratedRegex(
        @"(?<address>[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[a-z][a-z0-9+.-]{1,20}://[^\s<>\]»]+|(?<![\w@])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?![\w.-]*\w*@)\b(?:[:/?#][^\s<>\]»]*)?)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Address();

    [GeneratedRegex(@"^https?://(?:www\.)?|^www\.", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Scheme();
}
