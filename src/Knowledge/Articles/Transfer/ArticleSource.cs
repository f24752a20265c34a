namespace Warmline.Knowledge.Articles.Transfer;

/// <summary>Articles from outside: a <c>.csv</c> or <c>.json</c> file, a Markdown file or a folder of them.</summary>
internal static class ArticleSource
{
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    public static async Task<ArticleRows> ReadAsync(string path, CancellationToken cancellationToken) => Directory.Exists(path)
        ? ArticleFolder.Read(path)
        : new FileInfo(path) is { Length: > FileText.MaxBytes } ? ArticleRows.None(path, ContentFault.TooLong, $"{FileText.MaxBytes}")
        : Read(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellationToken));

    /// <summary>By the ending of <paramref name="name"/>; the content is hostile until it was read.</summary>
    public static ArticleRows Read(string name, byte[] content)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (ending == ".md")
        {
            return ArticleFolder.Read([(name, content)]);
        }

        var (text, fault, detail) = FileText.Read(content);
        return text is null ? ArticleRows.None(name, fault, detail)
            : ending == ".csv" ? CsvArticles.Read(text, name)
            : ending == ".json" ? JsonArticles.Read(text, name)
            : ArticleRows.None(name, ContentFault.Form, ".csv, .json, .md");
    }
}
