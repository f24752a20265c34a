using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Warmline.Handoff.Agents;

namespace Warmline.Handoff.Desk;

/// <summary>The language of a page: the account's; before sign-in the one chosen in the address, else the browser's.</summary>
internal static class PageLanguage
{
    public static string Of(HttpContext http) =>
        Known(http.User.FindFirstValue(StaffPrincipal.Culture)) ?? Known(http.Request.Query["lang"]) ?? OfBrowser(http) ?? "en";

    private static string? OfBrowser(HttpContext http) =>
        http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Known(l.Value.Value is { Length: >= 2 } value ? value[..2] : null))
            .FirstOrDefault(l => l is not null);

    private static string? Known(string? language) =>
        StaffAccounts.Languages.FirstOrDefault(l => l.Equals(language, StringComparison.OrdinalIgnoreCase));
}
