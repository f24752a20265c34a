namespace Warmline.Bot.Shop.Remote;

/// <summary>A shop on WooCommerce. The key needs the right to read and write.</summary>
internal sealed class WooCommerceOptions
{
    /// <summary>The shop's address, such as <c>https://shop.example</c>; <c>/wp-json/wc/v3/</c> is added.</summary>
    public string Url { get; set; } = "";

    public string ConsumerKey { get; set; } = "";

    public string ConsumerSecret { get; set; } = "";

    /// <summary>What the shop's states mean, by our names, for states of plugins and where the default is wrong. <c>completed</c> is taken for
    /// <c>Shipped</c>: say <c>Delivered</c> if the shop completes an order only when it arrived.</summary>
    public Dictionary<string, string> Statuses { get; set; } = [];

    /// <summary>Meta data with the parcels, as the shipment tracking plugins keep them. Default <c>_wc_shipment_tracking_items</c>.</summary>
    public string TrackingMeta { get; set; } = "_wc_shipment_tracking_items";

    /// <summary>Meta data with the promised day (2026-03-01), if there is such. Default: none.</summary>
    public string PromisedMeta { get; set; } = "";

    /// <summary>Meta data with the day of delivery, if there is such. Default: none.</summary>
    public string DeliveredMeta { get; set; } = "";

    /// <summary>The role of accounts that are VIP. Default: none.</summary>
    public string VipRole { get; set; } = "";

    /// <summary>ISO 4217 of the prices in the catalogue.</summary>
    public string Currency { get; set; } = "EUR";
}
