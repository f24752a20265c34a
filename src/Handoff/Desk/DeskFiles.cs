using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Files;

namespace Warmline.Handoff.Desk;

/// <summary>Customers' files for those who may read their conversations: <c>/desk/files/{id}</c>. Shown or saved, never run.</summary>
internal static class DeskFiles
{
    public static void MapDeskFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/desk/files/{id}", OpenAsync).RequireAuthorization(StaffCookies.DeskPolicy);

    private static async Task<IResult> OpenAsync(string id, HttpContext http, ConversationFiles files, StaffAccess access)
    {
        if (await access.FindAtDeskAsync(http.User, http.RequestAborted) is null)
        {
            return Results.Forbid();
        }

        if (await files.OpenAsync(id, http.RequestAborted) is not { } file)
        {
            return Results.NotFound();
        }

        var disposition = new ContentDispositionHeaderValue(file.MediaType.StartsWith("image/", StringComparison.Ordinal) ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox; frame-ancestors 'none'";
        headers.CacheControl = "private, max-age=3600";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Results.Bytes(file.Content, file.MediaType);
    }
}
