namespace Warmline.Bot.Pages.Chat;

/// <summary>What the browser is told a page may do.</summary>
internal static class ChatPageHeaders
{
    public static void ForChat(HttpContext context, ShopFrontOptions shop)
    {
        var ancestors = shop.AllowedOrigins.Count == 0 ? "*" : "'self' " + string.Join(' ', shop.AllowedOrigins);
        // Web Chat writes its styles into the page; cards and agents may show pictures from anywhere.
        Write(context, $"script-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data: blob:; media-src *; font-src 'self'; "
            + $"connect-src 'self' blob: {Sockets(context.Request)}; frame-ancestors {ancestors}");
    }

    public static void ForDemo(HttpContext context) =>
        Write(context, "script-src 'self'; style-src 'self'; img-src 'self' data:; frame-src 'self'; frame-ancestors 'none'");

    private static void Write(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; base-uri 'none'; form-action 'none'; {policy}";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept-Language";
    }

    // Older Safari does not count a web socket to the same host as 'self'. Both, because TLS may end before us.
    private static string Sockets(HttpRequest request) =>
        request.Host.HasValue ? $"ws://{request.Host.ToUriComponent()} wss://{request.Host.ToUriComponent()}" : string.Empty;
}
