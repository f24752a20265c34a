using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace BotFramework.DirectLine.Files;

/// <summary><c>GET /files/{id}?t=…</c>: a customer's file, given out so that a browser shows or saves it and never runs it.</summary>
internal sealed class FileRoute(FileLinks links)
{
    /// <summary>Null when the file was written.</summary>
    internal async Task<Answer?> GetAsync(HttpContext http, string fileId)
    {
        if (!await links.IsGoodAsync(fileId, http.Request.Query["t"].ToString(), http.RequestAborted)
            || await http.RequestServices.GetRequiredService<IActivityStore>().OpenFileAsync(fileId, http.RequestAborted) is not { } file)
        {
            return Answer.No(Refusals.NoFile);
        }

        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, max-age=86400, immutable";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentDisposition = Disposition(file.Name);
        http.Response.ContentType = Ascii.IsValid(file.ContentType) ? file.ContentType : "application/octet-stream";
        http.Response.ContentLength = file.Content.Length;
        await http.Response.Body.WriteAsync(file.Content, http.RequestAborted);
        return null;
    }

    private static string Disposition(string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name.Length > 0 ? name : "file");
        return disposition.ToString();
    }
}
