using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Transfer;

namespace Warmline.Knowledge.EditorDesk;

/// <summary><c>/knowledge/download/csv</c>, <c>json</c> or <c>zip</c> (a folder of Markdown files): what is live, or with <c>?drafts=true</c> what is being written.</summary>
internal static class DownloadRoute
{
    private const string Csv = "csv";
    private const string Json = "json";
    private const string Zip = "zip";
    public static readonly IReadOnlyList<string> Forms = [Csv, Json, Zip];

    public static void MapDownload(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/download/{form}", SendAsync).RequireAuthorization(EditorDoor.Policy);

    private static async Task<IResult> SendAsync(string form, bool? drafts, ArticleExport export, CancellationToken cancellationToken)
    {
        if (!Forms.Contains(form))
        {
            return Results.NotFound();
        }

        var texts = await export.ReadAsync(drafts == true, cancellationToken);
        var (bytes, type) = form switch
        {
            // With the mark, without which Excel takes UTF-8 for something else.
            Csv => (Encoded(CsvArticles.Write(texts), mark: true), "text/csv"),
            Json => (Encoded(JsonArticles.Write(texts), mark: false), "application/json"),
            _ => (Zipped(texts), "application/zip"),
        };
        return Results.File(bytes, type, $"articles.{form}");
    }

    private static byte[] Encoded(string text, bool mark)
    {
        var encoding = new UTF8Encoding(mark);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    private static byte[] Zipped(IReadOnlyList<ArticleText> texts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in ArticleFolder.Write(texts))
            {
                using var file = zip.CreateEntry(name).Open();
                file.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
