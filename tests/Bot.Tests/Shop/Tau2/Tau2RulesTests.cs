using System.Text.Json.Nodes;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Files;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Shop.Tau2;

/// <summary>
/// A second real shop: 1,000 orders nobody here wrote, under rules nobody here wrote. Its rules are a file (<c>returns.json</c> beside this
/// test, in our form); what is right is said here in the words of its policy, by its own words for states.
/// </summary>
public sealed class Tau2RulesTests : IDisposable
{
    private static readonly ShopDay Today = new(new DateOnly(2026, 11, 23), TimeZoneInfo.Utc);
    private readonly ShopFixture _shop = new();
    private readonly Tau2Shop? _tau2 = Tau2Shop.Load();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Every_order_may_be_done_with_what_the_policy_says_and_nothing_else()
    {
        await OpenAsync();
        foreach (var expected in _tau2!.Orders)
        {
            var order = await _shop.FoundAsync(expected.Number, expected.Email);
            var (isPending, isDelivered) = (expected.Status == "pending", expected.Status == "delivered");

            Assert.Equal(isPending, ChangeDecision.ToCancel(order, _shop.Shop.Policy).IsAllowed);
            Assert.Equal(isPending, ChangeDecision.ToChangeAddress(order, _shop.Shop.Policy).IsAllowed);
            foreach (var isExchange in new[] { false, true })
            {
                var decisions = ReturnDecision.Of(order, order.Items.Select(item => new ReturnQuestion(item.Id) { IsExchange = isExchange }), _shop.Shop.Policy, Today);
                Assert.Equal(order.Items.Count, decisions.Count);
                Assert.All(decisions, decision => Assert.Equal(isDelivered, decision.MayStart));
                Assert.All(decisions, decision => Assert.Equal(isPending, decision.Reason == ReturnReason.CanBeCancelled));
                Assert.All(decisions.Where(decision => decision.MayStart), decision => Assert.Equal((ReturnReason.NoLastDay, (DateOnly?)null), (decision.Reason, decision.LastDay)));
            }
        }
    }

    [Fact]
    public async Task After_items_were_changed_nothing_more_may_be_done_with_a_pending_order()
    {
        await OpenAsync(order => order["status"]!.GetValue<string>() == "pending" ? "pending (items modified)" : null);
        foreach (var expected in _tau2!.Orders.Where(order => order.Status == "pending (items modified)"))
        {
            var order = await _shop.FoundAsync(expected.Number, expected.Email);

            Assert.Equal(ChangeHindrance.WasModified, ChangeDecision.ToCancel(order, _shop.Shop.Policy).Hindrance);
            Assert.Equal(ChangeHindrance.WasModified, ChangeDecision.ToChangeAddress(order, _shop.Shop.Policy).Hindrance);
            Assert.All(ReturnDecision.Of(order, _shop.Shop.Policy, Today), decision => Assert.False(decision.MayStart));
        }

        Assert.True(_tau2.Orders.Count(order => order.Status == "pending (items modified)") > 400);
    }

    [Fact]
    public async Task Every_write_is_done_once_where_the_policy_allows_it_and_refused_elsewhere()
    {
        await OpenAsync();
        var done = new Dictionary<string, int>();
        foreach (var (index, expected) in _tau2!.Orders.Index())
        {
            var order = await _shop.FoundAsync(expected.Number, expected.Email);
            var proof = OrderProof.Of(expected.Email);
            var cancel = new CancelOrder { Key = $"c{index}", OrderNumber = order.Number, Proof = proof, Cause = index % 2 == 0 ? CancelCause.NoLongerNeeded : CancelCause.OrderedByMistake };
            StartReturn back = new() { Key = $"r{index}", OrderNumber = order.Number, Proof = proof, Items = [new ReturnedItem(order.Items[0].Id, 1)], RefundTo = index % 2 == 0 ? RefundTo.GiftCard : RefundTo.OriginalPayment };

            Assert.Equal(new WriteOutcome.Refused(expected.Status == "pending" ? WriteRefusal.AgainstRules : WriteRefusal.WrongState), await _shop.Shop.WriteAsync(cancel with { Key = $"x{index}", Cause = CancelCause.CheaperElsewhere }, Cancel));
            Count("cancel", await _shop.Shop.WriteAsync(cancel, Cancel));
            Count("return", await _shop.Shop.WriteAsync(back, Cancel));

            // The tools for exchanges and returns can be called once per order.
            Assert.Equal(new WriteOutcome.Refused(WriteRefusal.WrongState), await _shop.Shop.WriteAsync(
                new StartExchange { Key = $"e{index}", OrderNumber = order.Number, Proof = proof, Items = [new ExchangedItem(order.Items[^1].Id, 1, null, "another")] }, Cancel));
        }

        Assert.Equal(new Dictionary<string, int> { ["cancel"] = _tau2.Orders.Count(o => o.Status == "pending"), ["return"] = _tau2.Orders.Count(o => o.Status == "delivered") }, done);

        void Count(string what, WriteOutcome outcome) => done[what] = done.GetValueOrDefault(what) + (outcome is WriteOutcome.Done ? 1 : 0);
    }

    [Fact]
    public async Task Money_goes_back_at_once_to_a_gift_card_and_in_five_to_seven_business_days_elsewhere()
    {
        await OpenAsync();
        foreach (var expected in _tau2!.Orders.Where(order => order.Status == "pending"))
        {
            var refund = ChangeDecision.ToCancel(await _shop.FoundAsync(expected.Number, expected.Email), _shop.Shop.Policy).Refund;

            Assert.Equal(expected.Payment == "gift_card" ? new RefundTime(0, 0) : new RefundTime(5, 7) { BusinessDays = true }, refund);
        }

        Assert.Equal([RefundTo.OriginalPayment, RefundTo.GiftCard], _shop.Shop.Policy.Refunds.To);
    }

    [Fact]
    public async Task Exchanges_are_for_other_variants_of_the_same_product_that_are_there()
    {
        await OpenAsync();
        var offered = 0;
        foreach (var expected in _tau2!.Orders.Where(order => order.Status == "delivered"))
        {
            var order = await _shop.FoundAsync(expected.Number, expected.Email);
            foreach (var item in order.Items)
            {
                var choice = ExchangeChoice.Of(item, await _shop.Shop.FindProductsAsync(item.ProductId!, 50, Cancel));

                Assert.Equal(_tau2.Variants.Where(v => v.ProductId == item.ProductId && v.IsAvailable && v.Id != item.VariantId).Select(v => v.Id).Order(), choice.Select(product => product.Id).Order());
                Assert.All(choice, product => Assert.NotNull(ExchangeChoice.DifferenceMinor(order, item, product)));
                offered += choice.Count;
            }
        }

        Assert.True(offered > 1000);
    }

    [Fact]
    public async Task Customers_see_their_own_orders_and_no_others()
    {
        await OpenAsync();
        foreach (var mine in _tau2!.Orders.GroupBy(order => order.UserId))
        {
            var recent = await _shop.Shop.RecentOrdersAsync(new ShopCustomer(mine.Key), 50, Cancel);

            Assert.Equal(mine.Select(order => order.Number).Order(StringComparer.Ordinal), recent.Select(order => order.Number).Order(StringComparer.Ordinal));
        }
    }

    private async Task OpenAsync(Func<JsonNode, string?>? another = null)
    {
        Assert.SkipWhen(_tau2 is null, "The τ²-bench data is not beside the repository (../shared/data/tau2-retail).");
        if (another is not null)
        {
            _tau2.Change(another);
        }

        Directory.CreateDirectory(_shop.Folder.Root);
        File.Copy(Path.Combine(Path.GetDirectoryName(ShopFixture.Readme)!, "../../../tests/Bot.Tests/Shop/Tau2/returns.json"), _shop.Folder.ReturnsFile);
        _tau2.WriteProductsFile(_shop.Folder.ProductsFile);
        var file = _shop.WriteFile("tau2.json", "");
        _tau2.WriteImportFile(file);
        Assert.Equal(0, await _shop.RunAsync("import", file));
        _shop.NewShop();
    }
}
