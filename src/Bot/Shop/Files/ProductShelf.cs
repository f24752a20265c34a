using System.Text.Json;
using System.Text.Json.Serialization;

namespace Warmline.Bot.Shop.Files;

/// <summary>What the shop sells, from <c>products.json</c>.</summary>
internal sealed class ProductShelf(IReadOnlyList<Product> products)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    public static ProductShelf Empty { get; } = new([]);

    /// <exception cref="InvalidDataException">Names the line and the field.</exception>
    public static ProductShelf Read(byte[] utf8)
    {
        try
        {
            var entries = JsonSerializer.Deserialize<List<ProductEntry>>(utf8.AsSpan(), Strict) ?? throw new InvalidDataException("expected a list of products");
            return new ProductShelf([.. entries.Select((entry, index) => entry.ToProduct($"$[{index}]"))]);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"line {e.LineNumber + 1}, {e.Path}: {e.Message}", e);
        }
    }

    /// <summary>A product's or variant's own id, else all words in name, category or options.</summary>
    public IReadOnlyList<Product> Find(string words, int most)
    {
        var exact = products.Where(product => product.ProductId == words || product.Id == words).Take(most).ToList();
        var wanted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return exact.Count > 0 || wanted.Length == 0 ? exact
            : [.. products.Where(product => wanted.All(word => Tells(product, word))).OrderBy(product => product.Name.Length).Take(most)];
    }

    private static bool Tells(Product product, string word) => new[] { product.Name, product.Category, product.Options }
        .Any(text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    private sealed record ProductEntry(string Id, string Name, string Currency, decimal? Price)
    {
        public string? ProductId { get; init; }

        public string? Options { get; init; }

        public string? Category { get; init; }

        public Availability Availability { get; init; }

        public Uri? Url { get; init; }

        public Product ToProduct(string place) => string.IsNullOrWhiteSpace(Id) || string.IsNullOrWhiteSpace(Name)
            ? throw new InvalidDataException($"{place}: id and name are needed")
            : Url is not null && Url.ToWebAddress() is null ? throw new InvalidDataException($"{place}.url: not an http or https address")
            : new Product
            {
                Id = Id,
                ProductId = ProductId ?? Id,
                Name = Name,
                Options = Options,
                Category = Category,
                PriceMinor = Price is { } price ? Currencies.ToMinor(price, Currency) ?? throw new InvalidDataException($"{place}.price: more decimals than {Currency}") : null,
                Currency = Currency,
                Availability = Availability,
                Url = Url,
            };
    }
}
