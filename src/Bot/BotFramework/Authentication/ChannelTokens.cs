using System.Text.Json;
using BotFramework.Hosting;
using BotFramework.Schema;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BotFramework.Authentication;

/// <summary>What a valid token lets its bearer deliver.</summary>
internal sealed record ChannelPass(string ServiceUrl, IReadOnlySet<string> Endorsements)
{
    internal bool Covers(Activity activity) =>
        ServiceUrl.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
        && activity.ChannelId is { } channel && Endorsements.Contains(channel);
}

/// <summary>Validates the tokens channels show.</summary>
internal sealed class ChannelTokens
{
    private const int LongestToken = 16 * 1024;
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = LongestToken };
    private readonly TokenValidationParameters _rules;
    private readonly BotFrameworkOptions _options;
    private readonly ChannelKeys _keys;
    private readonly TimeProvider _time;

    public ChannelTokens(ChannelKeys keys, IOptions<BotFrameworkOptions> options, TimeProvider time)
    {
        (_keys, _options, _time) = (keys, options.Value, time);
        _rules = new TokenValidationParameters
        {
            ValidIssuer = _options.TokenIssuer,
            AudienceValidator = (audiences, _, _) => IsForUs(audiences),
            LifetimeValidator = (from, until, _, _) => IsCurrent(from, until),
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            IssuerSigningKeyResolver = (_, _, keyId, _) => keyId is not null && keys.Known(keyId) is { } key ? [key] : [],
            TryAllIssuerSigningKeys = false,
        };
    }

    /// <summary>The pass of a valid token; null and why for anything else.</summary>
    internal async Task<(ChannelPass? Pass, string Reason)> ReadAsync(string text, CancellationToken cancellationToken)
    {
        if (Parse(text) is not { } token)
        {
            return (null, "not a token");
        }

        // Before a key is looked for: strangers' tokens must not cause calls.
        if (token.Issuer != _options.TokenIssuer || !IsForUs(token.Audiences))
        {
            return (null, "issuer or audience");
        }

        if (await _keys.FindAsync(token.Kid ?? "", cancellationToken) is not { } key)
        {
            return (null, "unknown key");
        }

        var result = await _handler.ValidateTokenAsync(token, _rules);
        if (!result.IsValid)
        {
            return (null, result.Exception?.GetType().Name ?? "invalid");
        }

        return token.TryGetPayloadValue<string>("serviceurl", out var serviceUrl) && serviceUrl is { Length: > 0 }
            ? (new ChannelPass(serviceUrl, Endorsements(key)), "")
            : (null, "no serviceurl claim");
    }

    private static JsonWebToken? Parse(string text)
    {
        try
        {
            return text.Length <= LongestToken ? new JsonWebToken(text) : null;
        }
        catch (Exception exception) when (exception is ArgumentException or JsonException or FormatException)
        {
            return null;
        }
    }

    private static HashSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private bool IsForUs(IEnumerable<string> audiences) =>
        audiences.Take(2).ToArray() is [var only] && only.Equals(_options.AppId, StringComparison.OrdinalIgnoreCase);

    private bool IsCurrent(DateTime? from, DateTime? until)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return until > now - _options.ClockSkew && (from is null || from <= now + _options.ClockSkew);
    }
}
