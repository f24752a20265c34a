using Microsoft.Extensions.DependencyInjection;
using Warmline.Bot.Dialogs;
using Warmline.Bot.Shop;
using Warmline.Handoff.Tasks;

namespace Warmline.Bot.Tests.Stories;

/// <summary>Who is signed in to the shop is asked for nothing.</summary>
public sealed class OrderSignedStories(OrderShop shop) : IClassFixture<OrderShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    public static TheoryData<string> EveryLanguage => [.. Languages.All];

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task The_only_open_order_is_told_at_once(string language)
    {
        var id = Guid.NewGuid().ToString("N");
        var open = Own(id, OrderStatus.Shipped);
        Own(id, OrderStatus.Delivered);
        var customer = await shop.SignedInAsync(language, id);

        var told = await customer.AskAsync(Spoken.In(language).WhereIsIt, Cancel);

        Assert.Contains(open.Number, told, StringComparison.Ordinal);
        Assert.Contains("Velvet cushion", told, StringComparison.Ordinal);
        Assert.DoesNotContain(WarmlineApplication.Label("Privacy", language), told, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task Several_are_listed_to_choose_from_and_the_other_one_is_known_too(string language)
    {
        var id = Guid.NewGuid().ToString("N");
        var (one, two) = (Own(id, OrderStatus.Packed), Own(id, OrderStatus.Shipped));
        var customer = await shop.SignedInAsync(language, id);

        var list = await customer.AskAsync(Spoken.In(language).WhereIsIt, Cancel);
        var buttons = customer.Transcript[^1].Buttons;
        await customer.PressAsync(buttons.Single(button => button.Contains(one.Number, StringComparison.Ordinal)), Cancel);
        var told = (await customer.NextReplyAsync(Cancel)).Text;
        var other = await customer.AskAsync(Other[language], Cancel);

        Assert.Contains(two.Number, list, StringComparison.Ordinal);
        Assert.Equal(3, buttons.Count);
        Assert.Contains(one.Number, told, StringComparison.Ordinal);
        Assert.DoesNotContain(two.Number, told, StringComparison.Ordinal);
        Assert.Contains(two.Number, other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_chosen_by_what_is_in_it_and_nonsense_is_asked_again()
    {
        var id = Guid.NewGuid().ToString("N");
        Own(id, OrderStatus.Packed);
        var mirror = Own(id, OrderStatus.Shipped, "Copper mirror");
        var customer = await shop.SignedInAsync("en", id);
        await customer.AskAsync("Where is my order?", Cancel);

        var unclear = await customer.AskAsync("the sky tastes purple", Cancel);
        var told = await customer.AskAsync("the one with the mirror", Cancel);

        Assert.Equal(WarmlineApplication.Label("Order.WhichUnclear", "en"), unclear);
        Assert.Contains($"Order {mirror.Number} is on its way.", told, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task An_order_outside_the_account_needs_its_own_proof_and_unknown_sounds_the_same(string language)
    {
        var id = Guid.NewGuid().ToString("N");
        Own(id, OrderStatus.Packed);
        var guest = shop.Put(OrderStatus.Shipped);
        var customer = await shop.SignedInAsync(language, id);

        var asked = await customer.AskAsync($"{Spoken.In(language).WhereIsIt} {guest.Number}", Cancel);
        var told = await customer.AskAsync(OrderShop.Email, Cancel);

        Assert.EndsWith(Replies.Say("Order.AskProofElse", language, ("order", guest.Number)), asked, StringComparison.Ordinal);
        Assert.Contains(guest.Number, told, StringComparison.Ordinal);
        var unknown = await (await shop.SignedInAsync(language, id)).AskAsync($"{Spoken.In(language).WhereIsIt} ST-0001", Cancel);
        Assert.Equal(asked.Replace(guest.Number, "ST-0001", StringComparison.Ordinal), unknown);
    }

    [Fact]
    public async Task Who_signs_out_is_asked_for_a_proof_again()
    {
        var id = Guid.NewGuid().ToString("N");
        var order = Own(id, OrderStatus.Shipped);
        var customer = await shop.SignedInAsync("en", id);
        await customer.AskAsync("Where is my order?", Cancel);
        await shop.TradeAsync(customer, null);

        var answer = await customer.AskAsync("which items?", Cancel);

        Assert.DoesNotContain("Velvet cushion", answer, StringComparison.Ordinal);
        Assert.EndsWith(Replies.Say("Order.AskProof", "en", ("order", order.Number)), answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_that_is_away_answers_by_itself_when_it_is_back()
    {
        await using var own = new OrderShop { IsDown = true };
        var order = own.Put(OrderStatus.Shipped, it => it with { CustomerId = "9" });
        var customer = await own.SignedInAsync("en", "9");

        var told = await customer.AskAsync("Where is my order?", Cancel);
        own.IsDown = false;
        await own.App.Services.GetRequiredService<TaskWorker>().RunOnceAsync(Cancel);
        var later = await customer.NextTurnAsync(Cancel);

        Assert.StartsWith("I can't reach the order system right now. Your question is saved;", told, StringComparison.Ordinal);
        Assert.Contains(order.Number, later[^1].Text, StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, string> Other = new() { ["en"] = "and the other one?", ["pl"] = "a drugie?", ["ru"] = "а второй?", ["fa"] = "اون یکی چی؟" };

    private Order Own(string customerId, OrderStatus status, string? item = null) => shop.Put(status, it => it with
    {
        CustomerId = customerId,
        Items = item is null ? it.Items : [new OrderItem(item, 1, null, 1000) { Id = "1" }],
    });
}
