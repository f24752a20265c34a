using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Warmline.Bot.Shop.Remote;

namespace Warmline.Bot.Shop.Identity;

/// <summary>Reads the short-lived tokens (JWT, HS256) by which a shop says who its customer is. Their form is in README.md.</summary>
internal sealed class CustomerTokens(IOptionsMonitor<IdentityOptions> options, TimeProvider time)
{
    private const string Audience = "warmline";
    private const int LongestToken = 4096;
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    // The shop's clock and ours need not agree to the second.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    public async Task<IdentityReading> ReadAsync(string token)
    {
        if (Parse(token) is not { } jwt || KeyOf(jwt) is not { } key)
        {
            return new IdentityReading.Refused(IdentityFault.Foreign);
        }

        // The clock is ours, so the lifetime is checked here and not by the handler.
        var result = await _handler.ValidateTokenAsync(jwt, new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidAudience = Audience,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireSignedTokens = true,
            ValidateLifetime = false,
        });
        return result.IsValid ? Judge(jwt) : new IdentityReading.Refused(IdentityFault.Foreign);
    }

    private IdentityReading Judge(JsonWebToken jwt)
    {
        var now = time.GetUtcNow();
        if (!jwt.TryGetPayloadValue<long>("exp", out var seconds) || seconds is < 0 or > 253_402_300_799 || ShopText.Clean(Claim(jwt, "sub"), 80) is not { } id)
        {
            return new IdentityReading.Refused(IdentityFault.Malformed);
        }

        var until = DateTimeOffset.FromUnixTimeSeconds(seconds);
        if (until <= now || (jwt.TryGetPayloadValue<long>("nbf", out var from) && from > (now + Skew).ToUnixTimeSeconds()))
        {
            return new IdentityReading.Refused(IdentityFault.Expired);
        }

        if (until > now + LongestLife + Skew)
        {
            return new IdentityReading.Refused(IdentityFault.LivesTooLong);
        }

        var customer = new ShopCustomer(
            id, ShopText.Clean(Claim(jwt, "email"), 254), ShopText.Clean(Claim(jwt, "phone"), 40), ShopText.Clean(Claim(jwt, "name"), 120));
        return new IdentityReading.Good(customer, until.UtcDateTime, TokenKeyOf(jwt));
    }

    // The signature is part of it: a shop that repeats a jti does not make two customers one.
    private static string TokenKeyOf(JsonWebToken jwt) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(jwt.EncodedToken)));

    private SymmetricSecurityKey? KeyOf(JsonWebToken jwt) =>
        jwt.Alg == SecurityAlgorithms.HmacSha256 && jwt.Kid is { Length: > 0 } id && Keys().TryGetValue(id, out var key)
        && !(key.Until <= time.GetUtcNow()) && key.Bytes() is { } bytes
            ? new SymmetricSecurityKey(bytes) { KeyId = id }
            : null;

    // Settings are read again when they change: a key spoiled while the shop is open must not close the chat.
    private Dictionary<string, IdentityKey> Keys()
    {
        try
        {
            return options.CurrentValue.Keys;
        }
        catch (OptionsValidationException)
        {
            return [];
        }
    }

    private JsonWebToken? Parse(string token)
    {
        try
        {
            return token.Length <= LongestToken && _handler.CanReadToken(token) ? _handler.ReadJsonWebToken(token) : null;
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private static string? Claim(JsonWebToken jwt, string name) => jwt.TryGetPayloadValue<string>(name, out var value) ? value : null;
}

/// <summary>What a token says.</summary>
internal abstract record IdentityReading
{
    private IdentityReading()
    {
    }

    /// <summary><paramref name="TokenKey"/> names the token without being it.</summary>
    public sealed record Good(ShopCustomer Customer, DateTime Until, string TokenKey) : IdentityReading;

    public sealed record Refused(IdentityFault Why) : IdentityReading;
}

internal enum IdentityFault
{
    /// <summary>Not signed by a key of ours, or not for us.</summary>
    Foreign,
    Expired,

    /// <summary>More than an hour: the shop should sign shorter ones.</summary>
    LivesTooLong,

    /// <summary>No <c>sub</c> or no <c>exp</c>.</summary>
    Malformed,

    /// <summary>Another visitor showed it before.</summary>
    UsedElsewhere,
}
