namespace Warmline.Bot.Shop;

/// <summary>The shop's files inside the data folder.</summary>
internal sealed class ShopFolder(string contentRoot, string dataFolder)
{
    public string Root { get; } = Path.GetFullPath(Path.Combine(contentRoot, dataFolder, "shop"));

    public string OrdersFile => Path.Combine(Root, "orders.json");

    public string ReturnsFile => Path.Combine(Root, "returns.json");

    /// <summary>Its presence means: never show the demo orders again, even if the orders file is missing.</summary>
    public string DemoRemovedMark => Path.Combine(Root, "demo-removed");
}
