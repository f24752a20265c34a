using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.CookiePolicy;
using Warmline.Handoff;
using Warmline.Knowledge;

namespace Warmline.Bot.Hosting;

/// <summary>
/// Sites that may show the pages of the staff in a frame, such as a tab of Teams: setting <c>Warmline:FrameAncestors</c>, origins such as
/// <c>https://teams.microsoft.com</c> or <c>https://*.cloud.microsoft</c>. Without it nobody may.
/// </summary>
internal static class FramedPages
{
    public const string Setting = "Warmline:FrameAncestors";
    private const string AnyUnder = "*.";
    private static readonly string[] OfStaff = ["warmline-staff", ".AspNetCore.Antiforgery."];

    public static IServiceCollection AddFramedPages(this IServiceCollection services)
    {
        // From the settings themselves: what one module is told is no way to ask for what the other was.
        services.AddOptions<HandoffOptions>().Configure<IConfiguration>((desk, settings) => Fill(desk.FrameAncestors, settings));
        services.AddOptions<KnowledgeOptions>().Configure<IConfiguration>((editor, settings) => Fill(editor.FrameAncestors, settings));

        // A second, older word on frames, which knows no names, would be obeyed by older browsers.
        services.AddOptions<AntiforgeryOptions>()
            .Configure<IConfiguration>((forms, settings) => forms.SuppressXFrameOptionsHeader = Named(settings).Length > 0)
            .Validate<IConfiguration>((_, settings) => Named(settings).All(IsOrigin), $"{Setting} takes origins with https, such as https://teams.microsoft.com.")
            .ValidateOnStart();
        return services;
    }

    /// <summary>
    /// A session begun in a frame must be sent there too. Its cookies are then for frames on that very site alone: no other site can make a
    /// browser send them, and browsers that block the cookies of others still take these. Over plain HTTP there are none such.
    /// </summary>
    public static void UseFramedCookies(this WebApplication app)
    {
        if (Named(app.Configuration).Length > 0)
        {
            app.UseCookiePolicy(new CookiePolicyOptions
            {
                OnAppendCookie = cookie => Open(cookie.Context.Request, cookie.CookieName, cookie.CookieOptions),
                OnDeleteCookie = cookie => Open(cookie.Context.Request, cookie.CookieName, cookie.CookieOptions),
            });
        }
    }

    // Who opens the pages by themselves keeps the stricter cookies.
    private static void Open(HttpRequest request, string name, CookieOptions cookie)
    {
        if (request.IsHttps && request.Headers["Sec-Fetch-Dest"] == "iframe" && OfStaff.Any(staff => name.StartsWith(staff, StringComparison.Ordinal)))
        {
            (cookie.SameSite, cookie.Secure) = (SameSiteMode.None, true);
            cookie.Extensions.Add("Partitioned");
        }
    }

    private static void Fill(IList<string> origins, IConfiguration settings)
    {
        foreach (var origin in Named(settings))
        {
            origins.Add(origin);
        }
    }

    private static string[] Named(IConfiguration settings) => settings.GetSection(Setting).Get<string[]>() ?? [];

    // It goes into a header as it is.
    private static bool IsOrigin(string named) =>
        Uri.TryCreate(named.Replace(AnyUnder, "", StringComparison.Ordinal), UriKind.Absolute, out var origin)
        && origin.Scheme == Uri.UriSchemeHttps
        && origin.GetLeftPart(UriPartial.Authority) == named.Replace($"//{AnyUnder}", "//", StringComparison.Ordinal);
}
