using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Warmline.Bot.Shop.Import;

/// <summary>Reads the CSV form: one row per item, the order's own fields repeated or left blank after its first row.</summary>
internal static class CsvOrders
{
    private static readonly string[] Known = [.. FieldNames.OfOrder, .. FieldNames.OfItem];
    private static readonly string[] Needed =
        [FieldNames.OrderNumber, FieldNames.Email, FieldNames.Status, FieldNames.Currency, FieldNames.ItemName, FieldNames.UnitPrice];

    public static IEnumerable<RawOrder> Read(byte[] utf8, ImportProblems problems)
    {
        using var text = new StreamReader(new MemoryStream(utf8), new UTF8Encoding(false));
        var orders = new CsvOrderRows(problems);
        using var csv = new CsvParser(text, Configuration(utf8, problems));
        if (!csv.Read())
        {
            problems.Add("row 1", "", "the file is empty");
            return [];
        }

        var header = Header(csv.Record!, problems);
        if (problems.Count > 0)
        {
            return [];
        }

        while (csv.Read())
        {
            ReadRow(csv, header, orders, problems);
        }

        return orders.All;
    }

    private static void ReadRow(CsvParser csv, string[] header, CsvOrderRows orders, ImportProblems problems)
    {
        var record = csv.Record!;
        var place = $"row {csv.Row}";
        if (record.All(string.IsNullOrWhiteSpace))
        {
            return;
        }

        if (record.Length != header.Length)
        {
            problems.Add(place, "", $"has {record.Length} columns, the header has {header.Length}");
            return;
        }

        orders.Add(place, header.Zip(record).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static string[] Header(string[] record, ImportProblems problems)
    {
        var header = record
            .Select(name => Known.FirstOrDefault(k => k.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) ?? name.Trim())
            .ToArray();
        foreach (var name in header.Except(Known))
        {
            problems.Add("row 1", name, "unknown column");
        }

        foreach (var name in header.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            problems.Add("row 1", name, "column given twice");
        }

        foreach (var name in Needed.Except(header))
        {
            problems.Add("row 1", name, "column missing");
        }

        return header;
    }

    private static CsvConfiguration Configuration(byte[] utf8, ImportProblems problems) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = Delimiter(utf8),
        IgnoreBlankLines = false,
        BadDataFound = bad => problems.Add($"row {bad.Context.Parser?.Row}", "", "a quotation mark in the wrong place"),
    };

    // Spreadsheets in Poland and Russia write semicolons; our column names hold none of the three.
    private static string Delimiter(byte[] utf8)
    {
        var end = Array.IndexOf(utf8, (byte)'\n');
        var header = Encoding.UTF8.GetString(utf8, 0, end < 0 ? utf8.Length : end);
        return new[] { ",", ";", "\t" }.FirstOrDefault(d => header.Contains(d, StringComparison.Ordinal)) ?? ",";
    }
}
