using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Tests.Shop.Contract;

public sealed class HttpTroubleStories : RemoteTroubleStories
{
    private protected override async Task<(IShopStand Stand, ShopServer Server)> OpenAsync(params (string Key, string Value)[] settings)
    {
        var stand = await Stands.HttpAsync(settings);
        return (stand, stand.Server);
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_with_the_same_key_and_done_once()
    {
        await using var stand = await Stands.HttpAsync();
        stand.Put(new SampleOrder("1001"));
        stand.Server.Then(ShopServer.DoneButLost);

        Assert.Equal("RMA-c1", Assert.IsType<WriteOutcome.Done>(await stand.Shop.WriteAsync(Cancelling(), Cancel)).Reference);
        Assert.Equal(1, stand.Server.Done);
    }

    [Fact]
    public async Task When_every_answer_gets_lost_the_outcome_is_unknown_and_found_by_the_key()
    {
        await using var stand = await Stands.HttpAsync();
        stand.Put(new SampleOrder("1001"));
        stand.Server.Then(ShopServer.DoneButLost, ShopServer.DoneButLost, ShopServer.DoneButLost);

        Assert.IsType<WriteOutcome.Unknown>(await stand.Shop.WriteAsync(Cancelling(), Cancel));
        Assert.Equal("RMA-c1", (await stand.Shop.FindWriteAsync(Cancelling(), Cancel))!.Reference);
        Assert.Equal(1, stand.Server.Done);
    }

    [Fact]
    public async Task A_clear_refusal_after_a_lost_answer_is_no_proof_that_nothing_happened()
    {
        await using var stand = await Stands.HttpAsync();
        stand.Put(new SampleOrder("1001"));
        stand.Server.Then(ShopServer.DoneButLost, ShopServer.Status(429, retryAfter: 60));

        Assert.IsType<WriteOutcome.Unknown>(await stand.Shop.WriteAsync(Cancelling(), Cancel));
        Assert.NotNull(await stand.Shop.FindWriteAsync(Cancelling(), Cancel));
    }

    [Fact]
    public async Task Eight_at_once_with_one_key_are_one_write()
    {
        await using var stand = await Stands.HttpAsync();
        stand.Put(new SampleOrder("1001"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => stand.Shop.WriteAsync(Cancelling(), Cancel)));

        Assert.Single(outcomes.Select(outcome => Assert.IsType<WriteOutcome.Done>(outcome).Reference).Distinct());
        Assert.Equal(1, stand.Server.Done);
    }

    [Fact]
    public async Task What_the_shop_does_not_offer_is_not_asked_of_it()
    {
        await using var stand = await Stands.HttpAsync(("Warmline:Shop:Http:Capabilities", "RecentOrders, ChangeAddress"));

        Assert.False(stand.Shop.Capabilities.HasFlag(ShopCapabilities.Cancel));
        Assert.Equal(new WriteOutcome.Refused(WriteRefusal.NotOffered), await stand.Shop.WriteAsync(Cancelling(), Cancel));
        Assert.Empty(stand.Server.Asked);
    }
}
