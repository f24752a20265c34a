namespace Warmline.Bot.Shop;

/// <summary>Links that a shop's data may carry into a customer's chat.</summary>
internal static class WebAddress
{
    /// <summary>Null unless it is an absolute http or https address.</summary>
    public static Uri? ToWebAddress(this Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;

    /// <summary>The same for text, which may be anything.</summary>
    public static Uri? Of(string? text) => text is { Length: <= 2000 } && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) ? address.ToWebAddress() : null;
}
