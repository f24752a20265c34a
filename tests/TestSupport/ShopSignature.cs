using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Warmline.TestSupport;

/// <summary>Signs identities as a shop's server does, with nothing of ours: base64url of header and claims, HMAC-SHA256 over both.</summary>
public static class ShopSignature
{
    /// <summary>The key's name.</summary>
    public const string KeyId = "2026-11";

    /// <summary>The key.</summary>
    public static byte[] Secret { get; } = SHA256.HashData("the shop's key"u8);

    /// <summary>A token, good or spoiled.</summary>
    public static string Token(object claims, string keyId = KeyId, byte[]? secret = null, string alg = "HS256")
    {
        var head = Part(new { alg, typ = "JWT", kid = keyId });
        var body = $"{head}.{Part(claims)}";
        return $"{body}.{(alg == "none" ? "" : Base64Url.EncodeToString(HMACSHA256.HashData(secret ?? Secret, Encoding.ASCII.GetBytes(body))))}";
    }

    /// <summary>Seconds since 1970, some time from now.</summary>
    public static long In(TimeSpan time, TimeProvider? clock = null) => ((clock ?? TimeProvider.System).GetUtcNow() + time).ToUnixTimeSeconds();

    private static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
