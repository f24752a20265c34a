using Microsoft.AspNetCore.Http;

namespace Warmline.Handoff.Desk;

/// <summary>Pages in a frame of another site, such as a tab of Teams.</summary>
internal static class PageFrame
{
    /// <summary>Who may show a page in a frame, as a source list of the content security policy.</summary>
    public static string Ancestors(HandoffOptions options) => options.FrameAncestors.Count == 0 ? "'none'" : string.Join(' ', options.FrameAncestors);

    /// <summary>There a page may not take the focus by itself, and browsers complain of one that tries.</summary>
    public static bool Holds(HttpContext http) => http.Request.Headers["Sec-Fetch-Dest"] == "iframe";
}
