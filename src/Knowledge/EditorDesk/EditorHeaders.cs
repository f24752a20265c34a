using Microsoft.AspNetCore.Http;

namespace Warmline.Knowledge.EditorDesk;

/// <summary>What a browser may do with an editor's page: nothing from elsewhere, and no frame but those the shop named (a tab in Teams).</summary>
internal static class EditorHeaders
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data: https:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors ";

    public static void Write(HttpContext http, KnowledgeOptions options)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy + (options.FrameAncestors.Count == 0 ? "'none'" : string.Join(' ', options.FrameAncestors));
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
    }
}
