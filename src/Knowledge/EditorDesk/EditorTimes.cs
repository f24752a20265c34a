using System.Globalization;
using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.EditorDesk;

/// <summary>Times as editors read and write them: the shop's clocks, 24 hours, Gregorian.</summary>
internal static class EditorTimes
{
    private const string Written = "yyyy-MM-dd HH:mm";

    // Left to right … pop: between words that run from the right, the date would otherwise stand behind its time.
    private const char WholeStart = '\u2066';
    private const char WholeEnd = '\u2069';

    public static string Moment(DateTime utc, string zone) =>
        WholeStart + LocalTimes.FromUtc(utc, zone).ToString(Written, CultureInfo.InvariantCulture) + WholeEnd;

    /// <summary>As a field of a form has it.</summary>
    public static DateTime? Local(DateTime? utc, string zone) => utc is { } time ? LocalTimes.FromUtc(time, zone) : null;

    public static DateTime? Utc(DateTime? local, string zone) => local is { } time ? LocalTimes.ToUtc(time, zone).Utc : null;
}
