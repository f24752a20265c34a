namespace Warmline.Bot.Limits;

/// <summary>What a request to the open endpoints wants, as far as limits go.</summary>
internal enum Wish
{
    /// <summary>Pages, assets, the desk, channels: not limited here.</summary>
    Other,
    Session,
    Post,
    Poll,
    File,
}

/// <summary>Looks at method and path only: the body of a stranger is not read before it is allowed.</summary>
internal static class Visit
{
    public const string DirectLine = "/v3/directline";

    public static Wish WishOf(HttpRequest request)
    {
        if (request.Path.StartsWithSegments(DirectLine, StringComparison.OrdinalIgnoreCase, out var rest))
        {
            return HttpMethods.IsOptions(request.Method) ? Wish.Other : InDirectLine(request, rest.Value!.TrimEnd('/'));
        }

        return Is(request.Path.Value!, "/chat/session") && HttpMethods.IsPost(request.Method) ? Wish.Session
            : Is(request.Path.Value!, "/chat/transcript") ? Wish.File
            : Wish.Other;
    }

    /// <summary>The conversation of the address, else the token; null for a request with neither.</summary>
    public static string? VisitorOf(HttpContext http) =>
        http.GetRouteValue("id") as string ?? (http.Request.Headers.Authorization is [{ Length: > 0 } header] ? header : null);

    private static Wish InDirectLine(HttpRequest request, string path) =>
        !HttpMethods.IsPost(request.Method) ? Wish.Poll
        : EndsWith(path, "/upload") ? Wish.File
        : EndsWith(path, "/activities") ? Wish.Post
        : Is(path, "/conversations") || Is(path, "/tokens/generate") ? Wish.Session
        : Wish.Poll;

    private static bool EndsWith(string path, string end) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static bool Is(string path, string whole) => string.Equals(path, whole, StringComparison.OrdinalIgnoreCase);
}
