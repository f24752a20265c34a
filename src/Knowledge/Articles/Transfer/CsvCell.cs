namespace Warmline.Knowledge.Articles.Transfer;

/// <summary>
/// A spreadsheet runs a cell that begins with = + - or @ (a tab or a line end before them changes nothing). On its way out such a
/// cell gets an apostrophe before it, on its way in the apostrophe goes; one that was there before gets another one and keeps it.
/// </summary>
internal static class CsvCell
{
    private const char Guard = '\'';
    private const string Dangerous = "=+-@\t\r\n＝＋－＠";

    public static string Guarded(string text) => IsDangerous(text.AsSpan().TrimStart(Guard)) ? Guard + text : text;

    public static string Read(string cell) => cell.StartsWith(Guard) && IsDangerous(cell.AsSpan().TrimStart(Guard)) ? cell[1..] : cell;

    private static bool IsDangerous(ReadOnlySpan<char> text) => text.Length > 0 && Dangerous.Contains(text[0], StringComparison.Ordinal);
}
