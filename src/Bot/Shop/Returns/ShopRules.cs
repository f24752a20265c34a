using Warmline.Bot.Shop.Files;

namespace Warmline.Bot.Shop.Returns;

/// <summary>The shop's rules: <c>returns.json</c> in the data folder, or the built-in ones. The same for every kind of shop.</summary>
internal sealed class ShopRules(ShopFolder folder, ShopClock clock, ILogger<ShopRules> logger)
{
    private readonly WatchedFile<ReturnPolicy> _file = new(folder.ReturnsFile, ReturnPolicy.Parse, DemoShop.Returns, clock.Time, logger);

    /// <exception cref="ShopUnavailableException">Nothing good was ever read.</exception>
    public ReturnPolicy Policy => _file.Current;
}
