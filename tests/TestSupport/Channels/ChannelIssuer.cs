using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Warmline.TestSupport.Channels;

/// <summary>Signs the tokens of a channel, and publishes the keys. Tokens are put together by hand, so that wrong ones can be made too.</summary>
public sealed class ChannelIssuer(TimeProvider time)
{
    public const string Name = "https://api.botframework.com";

    private static readonly ConcurrentDictionary<string, RSA> Pool = new();
    private readonly ConcurrentDictionary<string, string[]?> _published = new();
    private string _current = "key-1";

    /// <summary>The id of the key that signs.</summary>
    public string CurrentKey => _current;

    /// <summary>A new key signs; what it is endorsed for, null for a key that says nothing about it. The others stay unless told otherwise.</summary>
    public ChannelIssuer Rotate(string keyId, string[]? endorsements, bool forgetOthers = false)
    {
        if (forgetOthers)
        {
            _published.Clear();
        }

        _published[keyId] = endorsements;
        _current = keyId;
        return this;
    }

    /// <summary>The key set as it is served.</summary>
    public JsonObject KeySet() => new()
    {
        ["keys"] = new JsonArray([.. _published.Select(entry => Published(entry.Key, entry.Value))]),
    };

    /// <summary>A good token, unless the recipe spoils it.</summary>
    public string Token(string appId, string serviceUrl, Action<JsonObject, JsonObject>? spoil = null)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = _current, ["x5t"] = _current };
        var payload = new JsonObject
        {
            ["serviceurl"] = serviceUrl, ["nbf"] = now - 10, ["exp"] = now + 3600, ["iss"] = Name, ["aud"] = appId,
        };
        spoil?.Invoke(header, payload);
        return Sign(header, payload, KeyOf((string?)header["kid"] ?? _current));
    }

    /// <summary>The public key as PEM: what an attacker has.</summary>
    public string PublicPem() => KeyOf(_current).ExportRSAPublicKeyPem();

    private static RSA KeyOf(string keyId) => Pool.GetOrAdd(keyId, _ => RSA.Create(2048));

    private string Sign(JsonObject header, JsonObject payload, RSA key)
    {
        var text = $"{Encode(header)}.{Encode(payload)}";
        var bytes = Encoding.ASCII.GetBytes(text);
        var signature = (string?)header["alg"] switch
        {
            "RS256" => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "RS384" => key.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS512" => key.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(PublicPem()), bytes),
            _ => [],
        };
        return $"{text}.{WebEncoders.Base64UrlEncode(signature)}";
    }

    private static string Encode(JsonObject part) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(part.ToJsonString()));

    private static JsonObject Published(string keyId, string[]? endorsements)
    {
        var key = KeyOf(keyId).ExportParameters(includePrivateParameters: false);
        var published = new JsonObject
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = keyId, ["x5t"] = keyId,
            ["n"] = WebEncoders.Base64UrlEncode(key.Modulus!), ["e"] = WebEncoders.Base64UrlEncode(key.Exponent!),
        };
        if (endorsements is not null)
        {
            published["endorsements"] = new JsonArray([.. endorsements.Select(name => (JsonNode)name)]);
        }

        return published;
    }
}
