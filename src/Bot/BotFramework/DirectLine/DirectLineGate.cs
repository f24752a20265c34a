using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BotFramework.DirectLine;

/// <summary>Who may come in: the holder of a secret (no ticket) or of a token.</summary>
internal sealed record Pass(DirectLineTicket? Ticket)
{
    internal bool HasSecret => Ticket is null;
}

/// <summary>Looks at the <c>Authorization</c> header.</summary>
internal sealed class DirectLineGate(DirectLineTokens tokens, IOptions<DirectLineOptions> options)
{
    private const string Scheme = "Bearer ";

    /// <summary>The secret and nothing else.</summary>
    internal Refusal? RefusesSecret(HttpContext http) =>
        Credentials(http) is not { } given ? Refusals.NoCredentials : IsSecret(given) ? null : Refusals.WrongSecret;

    /// <summary>A token, and for a conversation's routes one of that conversation; or the secret.</summary>
    internal async Task<(Pass? Pass, Refusal? Refusal)> EnterAsync(HttpContext http, string? conversationId = null)
    {
        if (Credentials(http) is not { } given)
        {
            return (null, Refusals.NoCredentials);
        }

        return IsSecret(given)
            ? (new Pass((DirectLineTicket?)null), null)
            : Decide(await tokens.ReadAsync(given, http.RequestAborted), conversationId);
    }

    /// <summary>The short-lived token of a stream address.</summary>
    internal async Task<Refusal?> RefusesStreamAsync(HttpContext http, string conversationId)
    {
        var token = http.Request.Query["t"].ToString();
        return token.Length == 0
            ? Refusals.NoCredentials
            : Decide(await tokens.ReadStreamAsync(token, http.RequestAborted), conversationId).Refusal;
    }

    private static (Pass? Pass, Refusal? Refusal) Decide(TokenReading reading, string? conversationId) => reading.State switch
    {
        TokenState.Malformed => (null, Refusals.Malformed),
        TokenState.Expired => (null, Refusals.Expired),
        TokenState.Valid when conversationId is null || reading.Ticket!.ConversationId == conversationId =>
            (new Pass(reading.Ticket), null),
        _ => (null, Refusals.Foreign),
    };

    private static string? Credentials(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header[Scheme.Length..].Trim() is { Length: > 0 } given
            ? given
            : null;
    }

    // Hashed first, so that neither length nor beginning of a secret shows in the time it takes.
    private bool IsSecret(string given) => options.Value.Secrets.Aggregate(false, (found, secret) =>
        found | (secret.Length > 0 && CryptographicOperations.FixedTimeEquals(Hash(given), Hash(secret))));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
