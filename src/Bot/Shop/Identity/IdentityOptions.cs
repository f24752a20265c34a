using Microsoft.Extensions.Options;

namespace Warmline.Bot.Shop.Identity;

/// <summary>With what the shop signs who its customer is: section <c>Warmline:Shop:Identity</c>. No key: no signed identities.</summary>
internal sealed class IdentityOptions
{
    public const string Section = "Warmline:Shop:Identity";

    /// <summary>By <c>kid</c>. Several count at once, so that a key can be changed without a gap.</summary>
    public Dictionary<string, IdentityKey> Keys { get; set; } = [];
}

internal sealed class IdentityKey
{
    /// <summary>Base64 of at least 32 random bytes, shared with the shop's server.</summary>
    public string Secret { get; set; } = "";

    /// <summary>From then on the key does not count (UTC). Default: it counts.</summary>
    public DateTimeOffset? Until { get; set; }

    public byte[]? Bytes()
    {
        var bytes = new byte[Secret.Length];
        return Convert.TryFromBase64String(Secret, bytes, out var length) && length >= 32 ? bytes[..length] : null;
    }
}

/// <summary>A key that is too weak stops the start. Its value is not shown.</summary>
internal sealed class IdentityCheck : IValidateOptions<IdentityOptions>
{
    public ValidateOptionsResult Validate(string? name, IdentityOptions options)
    {
        var bad = options.Keys.Where(key => key.Value.Bytes() is null || key.Key.Length > 64).Select(key => key.Key).ToList();
        return bad.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(bad.Select(id => $"{IdentityOptions.Section}:Keys:{id}:Secret must be base64 of at least 32 random bytes."));
    }
}
