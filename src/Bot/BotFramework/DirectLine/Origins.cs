using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BotFramework.DirectLine;

/// <summary>Where a browser client may come from, and what the browser is told about it.</summary>
internal static class Origins
{
    private const int Most = 10;
    private const int Longest = 200;

    /// <summary>Browsers may show any page the answer: it takes a token to get one.</summary>
    internal static void AllowAny(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.AccessControlExposeHeaders = HeaderNames.RetryAfter;
    }

    /// <summary>The one route that browsers call with cookies, which forbids the star. It neither reads nor sets any.</summary>
    internal static void AllowCookies(HttpContext http)
    {
        if (http.Request.Headers.Origin.ToString() is { Length: > 0 } origin)
        {
            Echo(http, origin);
            http.Response.Headers.AccessControlAllowCredentials = "true";
        }
    }

    /// <summary>
    /// A token with trusted origins is good in a browser only on pages of those. Who sends no <c>Origin</c> is no browser, and could
    /// write there whatever it liked: for such a client the token alone decides.
    /// </summary>
    internal static bool Allow(HttpContext http, DirectLineTicket ticket)
    {
        var origin = http.Request.Headers.Origin.ToString();
        if (ticket.TrustedOrigins.Count == 0 || origin.Length == 0)
        {
            return true;
        }

        if (!ticket.TrustedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        Echo(http, origin);
        return true;
    }

    /// <summary>The origins as browsers write them; null when one of them is none.</summary>
    internal static IReadOnlyList<string>? Read(IReadOnlyList<string>? given)
    {
        var read = (given ?? []).Select(text => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" } ? uri.GetLeftPart(UriPartial.Authority) : null).ToList();
        return read.Count <= Most && read.TrueForAll(origin => origin?.Length <= Longest) ? read.ConvertAll(origin => origin!) : null;
    }

    private static void Echo(HttpContext http, string origin)
    {
        http.Response.Headers.AccessControlAllowOrigin = origin;
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
    }
}
