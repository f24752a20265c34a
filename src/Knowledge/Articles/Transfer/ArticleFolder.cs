using System.Text;

namespace Warmline.Knowledge.Articles.Transfer;

/// <summary>A folder of <c>key.language.md</c> files (<see cref="ArticleFile"/>), itself only: no folders in it, no links.</summary>
internal static class ArticleFolder
{
    private const int MostFiles = 100_000;
    private const int MaxFileBytes = 1024 * 1024;
    private const string Ending = ".md";

    public static ArticleRows Read(string folder)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles($"*{Ending}").Where(file => file.LinkTarget is null)
            .Take(MostFiles + 1).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        return files.Count > MostFiles ? ArticleRows.None(folder, ContentFault.TooMany, $"{MostFiles}")
            : Read(files.Select(file => (file.Name, Content: file.Length > MaxFileBytes ? null : File.ReadAllBytes(file.FullName))));
    }

    /// <summary>The same from files that a browser sent; null content: too large.</summary>
    public static ArticleRows Read(IEnumerable<(string Name, byte[]? Content)> files)
    {
        var (rows, refused) = (new List<ArticleRow>(), new List<ImportLine>());
        foreach (var (name, content) in files)
        {
            ReadFile(name, content, rows, refused);
        }

        return new(rows, refused);
    }

    public static string NameOf(ArticleText text) => $"{text.ArticleKey}.{text.Language}{Ending}";

    /// <summary>Properties are written once, in the file of the source language or else the first.</summary>
    public static IEnumerable<(string Name, string Text)> Write(IEnumerable<ArticleText> texts)
    {
        foreach (var article in texts.GroupBy(text => text.ArticleKey, StringComparer.Ordinal))
        {
            var leading = article.FirstOrDefault(text => text.Language == text.Properties.SourceLanguage) ?? article.First();
            foreach (var text in article)
            {
                yield return (NameOf(text), ArticleFile.Write(text.Content, text == leading ? text.Properties : null));
            }
        }
    }

    /// <summary>Other files of the folder stay.</summary>
    public static async Task SaveAsync(string folder, IEnumerable<ArticleText> texts, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in Write(texts))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), text, new UTF8Encoding(false), cancellationToken);
        }
    }

    private static void ReadFile(string name, byte[]? content, List<ArticleRow> rows, List<ImportLine> refused)
    {
        var stem = name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : "";
        var dot = stem.LastIndexOf('.');
        if (dot < 1 || content is null)
        {
            refused.Add(content is null
                ? ArticleRows.Refusal(name, ContentFault.TooLong, $"{MaxFileBytes}") : ArticleRows.Refusal(name, ContentFault.Form, "key.language.md"));
            return;
        }

        var (text, fault, detail) = FileText.Read(content);
        try
        {
            if (text is null)
            {
                refused.Add(ArticleRows.Refusal(name, fault, detail, stem[..dot], stem[(dot + 1)..]));
                return;
            }

            rows.Add(ArticleFile.Parse(stem[..dot], stem[(dot + 1)..], text));
        }
        catch (FormatException error)
        {
            refused.Add(ArticleRows.Refusal(name, ContentFault.Form, error.Message, stem[..dot], stem[(dot + 1)..]));
        }
    }
}
