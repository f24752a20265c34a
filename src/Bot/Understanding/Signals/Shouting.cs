namespace Warmline.Bot.Understanding;

/// <summary>Capitals and heaped marks.</summary>
internal static class Shouting
{
    private const int FewestLetters = 8;
    private const double MostlyCapitals = 0.7;
    private const double Marked = 0.5;

    public static Signal In(Line line)
    {
        var strength = Math.Max(Capitals(line), Marks(line.Text));
        return strength > 0 ? new Signal(strength, [line.Text]) : Signal.None;
    }

    private static double Marks(string text) =>
        text.Contains("!!!", StringComparison.Ordinal) || text.Contains("???", StringComparison.Ordinal) || text.Contains("؟؟؟", StringComparison.Ordinal) ? Marked : 0;

    // Words with digits are order numbers, written in capitals by everybody.
    private static double Capitals(Line line)
    {
        var (upper, cased) = (0, 0);
        foreach (var word in line.Words.Where(word => !word.Text.Any(char.IsAsciiDigit)))
        {
            foreach (var letter in line.Text.AsSpan(word.Start, word.End - word.Start))
            {
                upper += char.IsUpper(letter) ? 1 : 0;
                cased += char.IsUpper(letter) || char.IsLower(letter) ? 1 : 0;
            }
        }

        var share = cased < FewestLetters ? 0 : (double)upper / cased;
        return share > MostlyCapitals ? share : 0;
    }
}
