using System.Globalization;

namespace Warmline.Bot.Shop.Import;

/// <summary>Everything wrong with a file. Only the first twenty are kept in words; all are counted.</summary>
internal sealed class ImportProblems
{
    public const int Listed = 20;
    private const int LongestQuote = 60;

    private readonly List<string> _lines = [];

    public int Count { get; private set; }

    /// <summary>For the person importing: these lines quote the file.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Where the first problem is, without quoting the file: fit for a log.</summary>
    public string? FirstPlace { get; private set; }

    public void Add(string place, string field, string message)
    {
        var where = field.Length == 0 ? place : $"{place}, {Printable(field)}";
        FirstPlace ??= where;
        if (Count++ < Listed)
        {
            _lines.Add($"{where}: {message}");
        }
    }

    /// <summary>The value in quotes, short and without anything a terminal would obey.</summary>
    public static string Quote(string value) => $"\"{Printable(value)}\"";

    private static string Printable(string value)
    {
        var plain = string.Concat(value.Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '·' : c));
        return plain.Length <= LongestQuote ? plain : plain[..LongestQuote] + "…";
    }
}
