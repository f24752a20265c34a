using System.Globalization;

namespace Warmline.Knowledge.Answers.Checks;

/// <summary>Dates in figures and with the name of a month, in the calendar they are written in. A source's full date also carries it without the year.</summary>
internal static class Dates
{
    // As the months of the Persian calendar are numbered among the words.
    private const int SolarMonths = 100;
    private const int LastSolarYear = 1700;

    /// <summary>"24.12.2026", "2026-12-24"; "12/24/2026" may be read both ways.</summary>
    public static Fact Written(string text)
    {
        var parts = text.Split('.', '-', '/').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        if (text.IndexOfAny(['.', '-', '/']) == 4)
        {
            return Of([(parts[2], parts[1] + (parts[0] < LastSolarYear ? SolarMonths : 0))], parts[0]);
        }

        var year = parts[2] < 100 ? 2000 + parts[2] : parts[2];
        return text.Contains('/', StringComparison.Ordinal) ? Of([(parts[0], parts[1]), (parts[1], parts[0])], year) : Of([(parts[0], parts[1])], year);
    }

    /// <summary>"24 December 2026", "December 24, 2026", "24 grudnia": from its first number on; null when there is no month beside it.</summary>
    public static Fact? Named(IReadOnlyList<Token> tokens, ref int at)
    {
        if (Whole(tokens, at, longest: 2) is not { } day || day is < 1 or > 31)
        {
            return null;
        }

        var isBehind = MonthAt(tokens, at + 1) is not null;
        if ((MonthAt(tokens, at + 1) ?? MonthAt(tokens, at - 1)) is not { } month)
        {
            return null;
        }

        var afterDate = isBehind ? at + 2 : at + 1;
        var year = Whole(tokens, afterDate, longest: 4) is { } found and > 999 ? found : (int?)null;
        at = year is not null ? afterDate : isBehind ? at + 1 : at;
        return Of([(day, int.Parse(month, CultureInfo.InvariantCulture))], year);
    }

    private static Fact Of(IReadOnlyList<(int Day, int Month)> readings, int? year) => year is { } known
        ? new([.. readings.Select(each => $"{DayOf(each)}-{known}")], [.. readings.Select(DayOf), $"n:{known}"])
        : new([.. readings.Select(DayOf)], []);

    private static string DayOf((int Day, int Month) each) => $"d:{each.Day}-{each.Month}";

    private static string? MonthAt(IReadOnlyList<Token> tokens, int at) =>
        at >= 0 && at < tokens.Count && tokens[at].Kind == TokenKind.Word ? FigureWords.Months.GetValueOrDefault(tokens[at].Text) : null;

    private static int? Whole(IReadOnlyList<Token> tokens, int at, int longest) =>
        at < tokens.Count && tokens[at].Kind == TokenKind.Number && tokens[at].Text.Length <= longest
        && int.TryParse(tokens[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
