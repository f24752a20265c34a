using Warmline.Bot.Shop;

namespace Warmline.Bot.Tests.Shop.Contract;

/// <summary>A kind of shop, ready to be asked, with a hand on what is stored in it.</summary>
internal interface IShopStand : IAsyncDisposable
{
    IShop Shop { get; }

    /// <summary>Stores orders beside those that are there.</summary>
    void Put(params SampleOrder[] orders);
}
