using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Warmline.Knowledge.Articles.Pictures;

/// <summary>
/// Pictures of articles for everybody: the address holds the hash, so what it shows never changes and may be kept for ever.
/// </summary>
internal static class PictureRoute
{
    private const string Path = "/knowledge/pictures/";
    private const string ForEver = "public, max-age=31536000, immutable";

    public static string AddressOf(string hash) => Path + hash;

    public static bool IsOurs(string address) => address.StartsWith(Path, StringComparison.Ordinal);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Path + "{hash:regex(^[0-9a-f]{{64}}$)}", ServeAsync).AllowAnonymous();

    private static async Task<IResult> ServeAsync(string hash, HttpContext http, PictureFiles pictures, CancellationToken cancellationToken)
    {
        if (await pictures.FindAsync(hash, cancellationToken) is not var (mediaType, bytes))
        {
            return Results.NotFound();
        }

        var headers = http.Response.Headers;
        (headers.CacheControl, headers.XContentTypeOptions, headers.ContentSecurityPolicy) = (ForEver, "nosniff", "default-src 'none'; sandbox");
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Bytes(bytes, mediaType, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }
}
