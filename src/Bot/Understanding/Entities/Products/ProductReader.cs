namespace Warmline.Bot.Understanding;

/// <summary>The shop's product names as they are now; the same list as long as nothing changed.</summary>
internal delegate IReadOnlyList<string> ProductNames();

/// <summary>Finds the shop's products in a line, in any grammatical case and with a slip of the finger.</summary>
internal sealed class ProductReader(ProductNames names)
{
    private const int MostProducts = 5;

    private ProductIndex _index = new([]);

    public IReadOnlyList<string> Read(Line line)
    {
        var now = names();
        if (!ReferenceEquals(_index.Names, now))
        {
            _index = new ProductIndex(now);
        }

        var found = _index.Find(line.Words);
        return found.Count <= MostProducts ? found : [.. found.Take(MostProducts)];
    }
}
