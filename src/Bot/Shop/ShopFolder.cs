namespace Warmline.Bot.Shop;

/// <summary>The shop's files inside the data folder.</summary>
internal sealed class ShopFolder(string contentRoot, string dataFolder)
{
    public string Root { get; } = Path.GetFullPath(Path.Combine(contentRoot, dataFolder, "shop"));

    public string OrdersFile => Path.Combine(Root, "orders.json");

    /// <summary>What was cancelled, changed, asked back: one JSON line each.</summary>
    public string JournalFile => Path.Combine(Root, "writes.jsonl");

    public string ProductsFile => Path.Combine(Root, "products.json");

    public string ReturnsFile => Path.Combine(Root, "returns.json");

    /// <summary>Phrases of the shop's own, <c>&lt;language&gt;/&lt;intent&gt;.txt</c>, for training.</summary>
    public string PhrasesFolder => Path.Combine(Root, "phrases");

    /// <summary>Patterns of the shop's own, <c>&lt;language&gt;.txt</c>, in the form of <c>Understanding/Rules</c>.</summary>
    public string PatternsFolder => Path.Combine(Root, "patterns");

    /// <summary>What understanding learned with the shop's phrases.</summary>
    public string ModelFile => Path.Combine(Root, "understanding.model");

    /// <summary>Its presence means: never show the demo orders again, even if the orders file is missing.</summary>
    public string DemoRemovedMark => Path.Combine(Root, "demo-removed");
}
