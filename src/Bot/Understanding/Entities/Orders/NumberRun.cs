using System.Text;

namespace Warmline.Bot.Understanding;

/// <summary>Digits that stand together: "12 345 67", "12-34-567", "one two three", with the letters before them, "W 123 4567".</summary>
internal sealed record NumberRun(int First, int End, string Letters, string Digits, bool Split, bool Spelled)
{
    private const int LongestLetters = 3;
    private const int MostDigits = 14;

    public string Joined => Letters + Digits;

    /// <summary>The run that begins at a token, or null.</summary>
    public static NumberRun? ReadAt(LineTokens line, int first, OrderWords words)
    {
        var digits = new StringBuilder();
        var (at, parts, spelled) = (first, 0, false);
        for (; Next(line, at, parts) is var start && digits.Length <= MostDigits; parts++)
        {
            if (start >= line.All.Count || line.Taken[start])
            {
                break;
            }

            if (line.All[start].IsNumeral)
            {
                digits.Append(line.Written(start));
                at = start + 1;
            }
            else if (words.DigitAt(start) is { } word)
            {
                digits.Append(TimeVerbs.NumberOf(word));
                (at, spelled) = (word.End, true);
            }
            else
            {
                break;
            }
        }

        return parts == 0 ? null : new NumberRun(first, at, LettersBefore(line, first), digits.ToString(), parts > 1, spelled);
    }

    // One space or one dash may stand between two parts.
    private static int Next(LineTokens line, int at, int parts)
    {
        if (parts == 0 || at >= line.All.Count)
        {
            return at;
        }

        var dash = line.IsSign(at, Signs.Dash) ? at + 1 : at;
        return dash < line.All.Count && line.All[dash].Start - line.All[at - 1].End <= (dash > at ? 3 : 1) ? dash : line.All.Count;
    }

    private static string LettersBefore(LineTokens line, int first)
    {
        var at = line.IsSign(first - 1, Signs.Dash) ? first - 2 : first - 1;
        if (at < 0 || line.Taken[at] || line.All[at].IsNumeral || line.All[first].Start - line.All[at].End > LongestLetters)
        {
            return "";
        }

        var letters = line.Written(at);
        return letters.Length <= LongestLetters && letters.IndexOfAnyExceptInRange('A', 'Z') < 0 ? letters.ToString() : "";
    }
}
