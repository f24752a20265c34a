using System.Globalization;
using Warmline.Bot.Shop.Remote;

namespace Warmline.Bot.Shop.WooCommerce;

/// <summary>The catalogue: for what an order's items are, and for what there is to buy.</summary>
internal sealed class WooProducts(ShopWire wire, WooCommerceOptions options)
{
    private const int MostAtOnce = 100;

    /// <summary>By id.</summary>
    public async Task<IReadOnlyDictionary<long, WooProduct>> OfAsync(IEnumerable<WooOrder> orders, CancellationToken cancellationToken)
    {
        var ids = orders.SelectMany(order => order.LineItems).Select(line => line.ProductId).Where(id => id > 0).Distinct().Take(MostAtOnce).ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<long, WooProduct>();
        }

        var products = await ListAsync<WooProduct>($"products?include={string.Join(',', ids)}&per_page={MostAtOnce}", cancellationToken);
        return products.DistinctBy(product => product.Id).ToDictionary(product => product.Id);
    }

    public async Task<IReadOnlyList<Product>> FindAsync(string words, int most, CancellationToken cancellationToken)
    {
        var isId = long.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var query = isId ? $"include={id}" : $"search={Uri.EscapeDataString(words)}";
        var found = new List<Product>();
        foreach (var product in await ListAsync<WooProduct>($"products?{query}&status=publish&per_page={most}", cancellationToken))
        {
            // Variants are one more question each; for a search by words the product itself is answer enough.
            found.AddRange(isId && product.Variations is { Count: > 0 } ? await VariantsAsync(product, cancellationToken) : [ToProduct(product)]);
        }

        return [.. found.Take(most)];
    }

    /// <summary>Digital by the shop's own flags, the rest by tags with our names: <c>hygiene</c>, <c>made-to-order</c>, <c>on-sale</c>.</summary>
    public static ItemTraits TraitsOf(WooProduct? product)
    {
        if (product is null)
        {
            return ItemTraits.None;
        }

        var traits = product.Virtual || product.Downloadable ? ItemTraits.Digital : ItemTraits.None;
        foreach (var tag in product.Tags)
        {
            traits |= Import.EnumNames<ItemTraits>.Parse(tag.Slug ?? "") ?? ItemTraits.None;
        }

        return traits;
    }

    private async Task<IEnumerable<Product>> VariantsAsync(WooProduct product, CancellationToken cancellationToken)
    {
        var variants = await ListAsync<WooVariation>($"products/{product.Id}/variations?per_page={MostAtOnce}", cancellationToken);
        return variants.Select(variant => ToProduct(product) with
        {
            Id = variant.Id.ToString(CultureInfo.InvariantCulture),
            Options = ShopText.Clean(string.Join(", ", variant.Attributes.Select(attribute => $"{attribute.Name}: {attribute.Option}")), 300),
            PriceMinor = Minor(variant.Price),
            Availability = AvailabilityOf(variant.StockStatus),
            Url = WebAddress.Of(variant.Permalink),
        });
    }

    private Product ToProduct(WooProduct product) => new()
    {
        Id = product.Id.ToString(CultureInfo.InvariantCulture),
        ProductId = product.Id.ToString(CultureInfo.InvariantCulture),
        Name = ShopText.Clean(product.Name, 200) ?? "—",
        Category = ShopText.Clean(product.Category, 80),
        PriceMinor = Minor(product.Price),
        Currency = options.Currency,
        Availability = AvailabilityOf(product.StockStatus),
        Url = WebAddress.Of(product.Permalink),
    };

    private long? Minor(string? price) => ShopText.Amount(price) is { } amount ? Currencies.ToMinorRounded(amount, options.Currency) : null;

    private static Availability AvailabilityOf(string? status) => status switch
    {
        "instock" => Availability.InStock,
        "onbackorder" => Availability.OnBackorder,
        "outofstock" => Availability.OutOfStock,
        _ => Availability.Unknown,
    };

    private async Task<List<T>> ListAsync<T>(string path, CancellationToken cancellationToken)
    {
        var answer = await wire.AskAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)), cancellationToken);
        return answer.IsGood ? ShopJson.Read<List<T>>(answer, ShopJson.Snake)
            : throw new ShopUnavailableException($"The shop's system answered {answer.Status} for products.");
    }
}
