namespace Warmline.Bot.Shop.Remote;

/// <summary>A shop that speaks the contract in <c>Http/shop-openapi.yaml</c>.</summary>
internal sealed class HttpShopOptions
{
    /// <summary>The address below which the contract's paths begin.</summary>
    public string Url { get; set; } = "";

    /// <summary>Sent as <c>Authorization: Bearer …</c>.</summary>
    public string Token { get; set; } = "";

    /// <summary>What of the contract the shop implements, beside <c>POST /orders/find</c>. Default: everything.</summary>
    public ShopCapabilities Capabilities { get; set; } = ShopCapabilities.All;
}
