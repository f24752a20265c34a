using Microsoft.AspNetCore.Http;

namespace BotFramework.DirectLine;

/// <summary>Who may come in: the holder of a site's secret (no ticket) or of a token.</summary>
internal sealed record Pass(DirectLineTicket? Ticket, string Site)
{
    internal bool HasSecret => Ticket is null;
}

/// <summary>Looks at the <c>Authorization</c> header, and at the origin where a token names the trusted ones.</summary>
internal sealed class DirectLineGate(DirectLineTokens tokens, DirectLineSites sites)
{
    private const string Scheme = "Bearer ";

    /// <summary>A secret and nothing else.</summary>
    internal (Pass? Pass, Refusal? Refusal) EnterWithSecret(HttpContext http) =>
        Credentials(http.Request) is not { } given ? (null, Refusals.NoCredentials)
        : sites.FindBySecret(given) is { } site ? (new Pass(null, site), null)
        : (null, Refusals.WrongSecret);

    /// <summary>A token, and for a conversation's routes one of that conversation; or the secret of its site.</summary>
    internal async Task<(Pass? Pass, Refusal? Refusal)> EnterAsync(HttpContext http, string? conversationId = null)
    {
        if (Credentials(http.Request) is not { } given)
        {
            return (null, Refusals.NoCredentials);
        }

        if (sites.FindBySecret(given) is not { } site)
        {
            return Decide(http, await tokens.ReadAsync(given, http.RequestAborted), conversationId);
        }

        return conversationId is null || DirectLineSites.Of(conversationId) == site ? (new Pass(null, site), null) : (null, Refusals.Foreign);
    }

    /// <summary>The short-lived token of a stream address.</summary>
    internal async Task<Refusal?> RefusesStreamAsync(HttpContext http, string conversationId)
    {
        var token = http.Request.Query["t"].ToString();
        return token.Length == 0
            ? Refusals.NoCredentials
            : Decide(http, await tokens.ReadStreamAsync(token, http.RequestAborted), conversationId).Refusal;
    }

    private (Pass? Pass, Refusal? Refusal) Decide(HttpContext http, TokenReading reading, string? conversationId) => reading switch
    {
        { State: TokenState.Malformed } => (null, Refusals.Malformed),
        { State: TokenState.Expired } => (null, Refusals.Expired),
        { State: TokenState.Valid, Ticket: { } ticket }
            when (conversationId ?? ticket.ConversationId) == ticket.ConversationId && sites.IsOpen(ticket.ConversationId) && Origins.Allow(http, ticket) =>
            (new Pass(ticket, DirectLineSites.Of(ticket.ConversationId)), null),
        _ => (null, Refusals.Foreign),
    };

    internal static string? Credentials(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header[Scheme.Length..].Trim() is { Length: > 0 } given
            ? given
            : null;
    }
}
