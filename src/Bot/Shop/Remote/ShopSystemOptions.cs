using System.ComponentModel.DataAnnotations;

namespace Warmline.Bot.Shop.Remote;

/// <summary>Where the shop's orders are: section <c>Warmline:Shop</c>.</summary>
internal sealed class ShopSystemOptions
{
    public const string Section = "Warmline:Shop";

    /// <summary>Default: files in the data folder.</summary>
    [EnumDataType(typeof(ShopKind))]
    public ShopKind Kind { get; set; } = ShopKind.File;

    public WooCommerceOptions WooCommerce { get; set; } = new();

    public HttpShopOptions Http { get; set; } = new();

    public ShopLimits Limits { get; set; } = new();
}

internal enum ShopKind
{
    /// <summary>Files in the data folder.</summary>
    File,

    /// <summary>The REST interface (v3) of WooCommerce.</summary>
    WooCommerce,

    /// <summary>The contract in <c>Http/shop-openapi.yaml</c>.</summary>
    Http,
}

/// <summary>How long the bot waits for a shop's system, and how often it asks. Used by the remote kinds.</summary>
internal sealed class ShopLimits
{
    /// <summary>For one try. Default 4 seconds.</summary>
    public TimeSpan Try { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>For everything, tries and waits together: the customer sits and waits. Default 9 seconds.</summary>
    public TimeSpan Total { get; set; } = TimeSpan.FromSeconds(9);

    /// <summary>Further tries after the first, where repeating does no harm. Default 2.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    /// <summary>The wait before the first further try; then twice as long. A shop's <c>Retry-After</c> goes before. Default 200 ms.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Half of at least this many calls in half a minute failed: the shop is left alone for a while. Default 8.</summary>
    [Range(2, 1000)]
    public int BreakAfter { get; set; } = 8;

    /// <summary>How long it is left alone. Default 15 seconds.</summary>
    public TimeSpan BreakFor { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>What was read is believed for so long; a write of ours ends it at once. Zero: not at all. Default 15 seconds.</summary>
    public TimeSpan Remember { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The largest answer, in bytes. Default 4 MB.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int LargestAnswer { get; set; } = 4 * 1024 * 1024;
}
