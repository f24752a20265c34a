using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BotFramework.DirectLine;

/// <summary>A token as it is handed out; <paramref name="ExpiresIn"/> in seconds.</summary>
public sealed record DirectLineToken(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>What a token says.</summary>
public sealed record DirectLineTicket(string ConversationId, string? UserId, string? UserName)
{
    /// <summary>Origins whose pages may use the token; none means any.</summary>
    public IReadOnlyList<string> TrustedOrigins { get; init; } = [];
}

/// <summary>Whether a token may be used.</summary>
public enum TokenState
{
    Valid,
    Expired,

    /// <summary>Made by someone else, or for something else.</summary>
    Foreign,
    Malformed,
}

/// <summary>A token that was looked at; the ticket is there when it is valid, or was.</summary>
public sealed record TokenReading(TokenState State, DirectLineTicket? Ticket = null);

/// <summary>Makes and reads tokens: JWT, each for one conversation and, unless left open, one user.</summary>
public sealed class DirectLineTokens(ISigningKeys keys, TimeProvider time, IOptions<DirectLineOptions> options)
{
    private const string Issuer = "directline";
    private const string ConversationClaim = "conv";

    // Web Chat reads this claim and then uses the id as its own.
    private const string UserClaim = "user";
    private const string NameClaim = "name";
    private const string OriginsClaim = "origins";
    private const string ForApi = "api";
    private const string ForStream = "stream";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    /// <summary>An id nobody can guess.</summary>
    public static string NewConversationId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>
    /// A token for a conversation, which need not be started yet. A user id begins with <c>dl_</c> by the protocol: then no
    /// client can claim it without the token.
    /// </summary>
    public Task<DirectLineToken> IssueAsync(
        string conversationId, string? userId = null, string? userName = null, CancellationToken cancellationToken = default) =>
        IssueAsync(new DirectLineTicket(conversationId, userId, userName), cancellationToken);

    /// <summary>A token that says the same as the ticket.</summary>
    public Task<DirectLineToken> IssueAsync(DirectLineTicket ticket, CancellationToken cancellationToken = default) =>
        IssueAsync(ticket, ForApi, options.Value.TokenLifetime, cancellationToken);

    /// <summary>Reads a token a client sent.</summary>
    public Task<TokenReading> ReadAsync(string token, CancellationToken cancellationToken = default) =>
        ReadAsync(token, ForApi, cancellationToken);

    /// <summary>A token that opens one stream, soon.</summary>
    internal Task<DirectLineToken> IssueStreamAsync(DirectLineTicket ticket, CancellationToken cancellationToken) =>
        IssueAsync(ticket, ForStream, options.Value.StreamTokenLifetime, cancellationToken);

    internal Task<TokenReading> ReadStreamAsync(string token, CancellationToken cancellationToken) =>
        ReadAsync(token, ForStream, cancellationToken);

    private static List<SymmetricSecurityKey> Security(IReadOnlyList<SigningKey> all) =>
        [.. all.Select(key => new SymmetricSecurityKey(key.Key) { KeyId = key.Id })];

    private async Task<DirectLineToken> IssueAsync(
        DirectLineTicket ticket, string use, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var key = Security(await keys.CurrentAsync(cancellationToken))[0];
        var now = time.GetUtcNow().UtcDateTime;
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = use,
            IssuedAt = now,
            Expires = now + lifetime,
            Claims = Claims(ticket),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
        return new DirectLineToken(ticket.ConversationId, token, (int)lifetime.TotalSeconds);
    }

    private static Dictionary<string, object> Claims(DirectLineTicket ticket)
    {
        var claims = new Dictionary<string, object> { [ConversationClaim] = ticket.ConversationId };
        if (ticket.UserId is not null)
        {
            claims[UserClaim] = ticket.UserId;
        }

        if (ticket.UserName is not null)
        {
            claims[NameClaim] = ticket.UserName;
        }

        if (ticket.TrustedOrigins.Count > 0)
        {
            claims[OriginsClaim] = string.Join(' ', ticket.TrustedOrigins);
        }

        return claims;
    }

    private async Task<TokenReading> ReadAsync(string token, string use, CancellationToken cancellationToken)
    {
        if (Parse(token) is not { } jwt)
        {
            return new TokenReading(TokenState.Malformed);
        }

        var result = await _handler.ValidateTokenAsync(jwt, Demands(await keys.CurrentAsync(cancellationToken), use));
        return result.IsValid && Ticket(jwt) is { } ticket
            ? new TokenReading(Expiry(jwt) > time.GetUtcNow() ? TokenState.Valid : TokenState.Expired, ticket)
            : new TokenReading(TokenState.Foreign);
    }

    private JsonWebToken? Parse(string token)
    {
        try
        {
            return token.Length <= 4096 && _handler.CanReadToken(token) ? _handler.ReadJsonWebToken(token) : null;
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    // The clock is ours, so the lifetime is checked here and not by the handler.
    private static TokenValidationParameters Demands(IReadOnlyList<SigningKey> all, string use) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = use,
        IssuerSigningKeys = Security(all),
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        ValidateLifetime = false,
    };

    private static DirectLineTicket? Ticket(JsonWebToken jwt) =>
        Claim(jwt, ConversationClaim) is { } conversation
            ? new DirectLineTicket(conversation, Claim(jwt, UserClaim), Claim(jwt, NameClaim))
            {
                TrustedOrigins = Claim(jwt, OriginsClaim)?.Split(' ') ?? [],
            }
            : null;

    private static string? Claim(JsonWebToken jwt, string name) => jwt.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private static DateTimeOffset Expiry(JsonWebToken jwt) =>
        jwt.TryGetPayloadValue<long>("exp", out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : DateTimeOffset.MinValue;
}
