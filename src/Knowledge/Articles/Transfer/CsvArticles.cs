using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Warmline.Knowledge.Articles.Transfer;

/// <summary>
/// One row for each article and language, columns by name as <see cref="ArticleFields"/> lists them; <c>key</c>, <c>language</c>,
/// <c>title</c> and <c>answer</c> are needed. Several variants, buttons or tags stand in one cell, a line each.
/// </summary>
internal static class CsvArticles
{
    private static readonly string[] Needed = [ArticleFields.Key, ArticleFields.Language, ArticleFields.Title, ArticleFields.Answer];

    public static ArticleRows Read(string text, string file)
    {
        var refused = new List<ImportLine>();
        using var csv = new CsvParser(new StringReader(text), Configuration(text, refused, file));
        if (!csv.Read())
        {
            return ArticleRows.None(file, ContentFault.Missing, "");
        }

        var header = csv.Record!.Select(name => name.Trim().ToLowerInvariant()).ToArray();
        var wrong = header.Except(ArticleFields.All).Concat(Needed.Except(header)).Concat(header.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key)).ToList();
        if (wrong.Count > 0)
        {
            return ArticleRows.None($"{file}:1", ContentFault.Names, string.Join(", ", wrong));
        }

        var rows = new List<ArticleRow>();
        while (csv.Read())
        {
            ReadRow(csv, header, $"{file}:{csv.Row}", rows, refused);
        }

        return new(rows, refused);
    }

    public static string Write(IEnumerable<ArticleText> texts)
    {
        using var text = new StringWriter { NewLine = "\r\n" };
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        WriteRow(csv, ArticleFields.All);
        foreach (var one in texts)
        {
            var fields = ArticleFields.Of(one.Content, one.Properties);
            (fields[ArticleFields.Key], fields[ArticleFields.Language]) = (one.ArticleKey, one.Language);
            WriteRow(csv, ArticleFields.All.Select(name => CsvCell.Guarded(fields[name])));
        }

        csv.Flush();
        return text.ToString();
    }

    private static void ReadRow(CsvParser csv, string[] header, string place, List<ArticleRow> rows, List<ImportLine> refused)
    {
        var record = csv.Record!;
        if (record.All(string.IsNullOrWhiteSpace))
        {
            return;
        }

        if (refused.Exists(line => line.Place == place))
        {
            return;
        }

        if (csv.RawRecord.Count(letter => letter == '"') % 2 != 0)
        {
            refused.Add(ArticleRows.Refusal(place, ContentFault.Quote, ""));
            return;
        }

        if (record.Length != header.Length)
        {
            refused.Add(ArticleRows.Refusal(place, ContentFault.Cells, $"{record.Length} ≠ {header.Length}"));
            return;
        }

        var fields = header.Zip(record).ToDictionary(pair => pair.First, pair => CsvCell.Read(pair.Second));
        rows.Add(ArticleFields.ToRow(place, fields[ArticleFields.Key].Trim(), fields[ArticleFields.Language].Trim(), fields));
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private static CsvConfiguration Configuration(string text, List<ImportLine> refused, string file) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = Delimiter(text),
        IgnoreBlankLines = false,
        BadDataFound = bad => refused.Add(ArticleRows.Refusal($"{file}:{bad.Context.Parser?.Row}", ContentFault.Quote, "")),
    };

    // Spreadsheets in Poland and Russia write semicolons; our column names hold none of the three.
    private static string Delimiter(string text) =>
        new[] { ",", ";", "\t" }.FirstOrDefault(mark => text.Split('\n', 2)[0].Contains(mark, StringComparison.Ordinal)) ?? ",";
}
