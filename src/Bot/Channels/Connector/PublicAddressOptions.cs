namespace Warmline.Bot.Channels.Connector;

/// <summary>Where the world reaches this Warmline: setting <c>Warmline:PublicAddress</c>.</summary>
internal sealed class PublicAddressOptions
{
    public const string Section = "Warmline";

    /// <summary>Such as <c>https://chat.shop.example</c>, with a path where Warmline is served under one. Default: not known.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>Ready to have a path put behind it; null: not known.</summary>
    public string? Start => string.IsNullOrWhiteSpace(PublicAddress) ? null : PublicAddress.Trim().TrimEnd('/');

    public bool IsReadable() => Start is null
        || (Uri.TryCreate(Start, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address is { Query: "", Fragment: "", UserInfo: "" });
}
