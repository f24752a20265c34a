using System.Text;
using System.Text.RegularExpressions;

namespace Warmline.Knowledge.Answers.Checks;

/// <summary>
/// Cuts a text into sentences while it arrives. A citation behind the full stop belongs to the sentence before it; a full stop before a
/// figure or a small letter ends nothing ("19.90", "e.g. this"); a line that ends in a colon goes on in the next one.
/// </summary>
internal sealed partial class SentenceCutter
{
    private readonly StringBuilder _kept = new();

    /// <summary>The sentences that are whole now.</summary>
    public IReadOnlyList<string> Add(string text)
    {
        _kept.Append(text);
        var parts = End().Split(_kept.ToString());
        _kept.Clear().Append(parts[^1]);
        return [.. parts[..^1].Where(part => !string.IsNullOrWhiteSpace(part))];
    }

    /// <summary>What is left when nothing more comes.</summary>
    public string? Rest() => string.IsNullOrWhiteSpace(_kept.ToString()) ? null : _kept.ToString();

    [GeneratedRegex(@"(?<=[.!?؟…][""»”'’)*_]{0,3}(?:\s?\[[\p{Nd}, ]{1,12}\]){0,6})\s+(?=[^\s\[\p{Ll}\p{Nd}])|(?<=[^\s:])[ \t]*\n\s*(?=[^\s\[])", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex End();
}
