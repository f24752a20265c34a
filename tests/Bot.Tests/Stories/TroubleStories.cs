using Microsoft.Extensions.DependencyInjection;
using Moq;
using Warmline.Bot.Shop;
using Warmline.Handoff.Tasks;

namespace Warmline.Bot.Tests.Stories;

public sealed class TroubleStories
{
    private const string Question = "Where is my order LL-2442? My e-mail is emily.carter@example.com";

    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_shop_that_does_not_answer_is_told_and_the_answer_comes_by_itself_later(string language)
    {
        var (shop, order) = (NewShop(), await DemoOrderAsync());
        shop.SetupSequence(port => port.FindOrderAsync(It.IsAny<string>(), It.IsAny<OrderProof>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ShopUnavailableException("down", new IOException()))
            .ReturnsAsync(new OrderLookup.Found(order))
            .ReturnsAsync(new OrderLookup.Found(order));
        await using var app = WarmlineApplication.OpenWith(services => services.AddSingleton(shop.Object));
        var customer = await app.OpenChatAsync(language);

        var told = await customer.AskAsync(Spoken.In(language).OneLine, Cancel);
        await app.Services.GetRequiredService<TaskWorker>().RunOnceAsync(Cancel);
        var later = await customer.NextTurnAsync(Cancel);

        Assert.DoesNotContain("Stoneware mug", told, StringComparison.Ordinal);
        Assert.Equal(2, later.Length);
        Assert.Contains("Stoneware mug", later[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_breaks_ends_with_an_apology_and_a_person_and_without_the_error()
    {
        var shop = NewShop();
        shop.Setup(port => port.FindOrderAsync(It.IsAny<string>(), It.IsAny<OrderProof>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException("password=hunter2"));
        await using var app = WarmlineApplication.OpenWith(services => services.AddSingleton(shop.Object));
        var customer = await app.OpenChatAsync();

        var answer = await customer.AskAsync(Question, Cancel);

        Assert.StartsWith(WarmlineApplication.Label("Error.Taken", "en"), answer, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", customer.Written(), StringComparison.Ordinal);
        Assert.Equal("bot_error", Assert.Single(await app.Agent.WaitingAsync()).Reason);
    }

    private static Mock<IShop> NewShop()
    {
        var shop = new Mock<IShop>();
        shop.SetupGet(port => port.Policy).Returns(DemoShop.Returns());
        return shop;
    }

    private static async Task<Order> DemoOrderAsync()
    {
        using var shop = new Shop.ShopFixture();
        return await shop.FoundAsync("LL-2442", "emily.carter@example.com");
    }
}
