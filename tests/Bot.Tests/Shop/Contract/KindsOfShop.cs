namespace Warmline.Bot.Tests.Shop.Contract;

public sealed class FileShopStories : ShopStories
{
    private protected override Task<IShopStand> OpenAsync() => Task.FromResult<IShopStand>(new FileStand());
}

public sealed class WooShopStories : ShopStories
{
    private protected override async Task<IShopStand> OpenAsync() => await Stands.WooAsync();
}

public sealed class HttpShopStories : ShopStories
{
    private protected override async Task<IShopStand> OpenAsync() => await Stands.HttpAsync();
}
