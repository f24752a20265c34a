using System.Text.RegularExpressions;
using Warmline.Bot.Dialogs;
using Warmline.Bot.Shop;

namespace Warmline.Bot.Tests.Stories;

/// <summary>How an order stands, for people: every state there is, in every language.</summary>
public sealed partial class OrderStateStories(OrderShop shop) : IClassFixture<OrderShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    public static TheoryData<string, string> EveryState => new(
        from status in Enum.GetNames<OrderStatus>() from language in Languages.All select (status, language));

    public static TheoryData<string> EveryLanguage => [.. Languages.All];

    [Theory, MemberData(nameof(EveryState))]
    public async Task Every_state_is_told_in_words_with_much_known_and_with_nothing_known(string state, string language)
    {
        var status = Enum.Parse<OrderStatus>(state);
        var (customer, bare) = await shop.ToldAsync(language, shop.Put(status));
        var full = await customer.AskAsync(shop.Put(status, Full).Number, Cancel);

        foreach (var told in new[] { bare, full })
        {
            Assert.Matches(@"ST-\d{4}", told);
            Assert.DoesNotContain("backburner", told, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(@"[a-z][A-Z][a-z]|[{}\[\]]|\.\.|  ", told.Replace(WarmlineApplication.Label("Privacy", language), "", StringComparison.Ordinal));
            Assert.True(language == "en" || !Regex.IsMatch(told, $@"\b{state}\b", RegexOptions.IgnoreCase), told);
            Assert.DoesNotContain(WarmlineApplication.Label("Error.1", language), told, StringComparison.Ordinal);
        }

        Assert.Equal(status.IsUnderWay(), full.Contains(PeopleFormat.Date(shop.Today.AddDays(5), language), StringComparison.Ordinal));
        Assert.Equal(
            status is OrderStatus.Cancelled or OrderStatus.Returned or OrderStatus.Refunded,
            full.Contains(Replies.Say("Order.RefundDue", language, ("refundBy", shop.Today.AddDays(-1))), StringComparison.Ordinal));
        Assert.Equal(2, NumberPattern().Matches(bare + full).Select(match => match.Value).Distinct().Count());
        Assert.Equal("bot", customer.Transcript[^1].Author);
    }

    [Theory, MemberData(nameof(EveryState))]
    public async Task A_promise_that_was_broken_is_apologised_for_first_and_offers_ways_on(string state, string language)
    {
        var order = shop.Put(Enum.Parse<OrderStatus>(state), it => it with { PromisedBy = shop.Today.AddDays(-3), ExpectedBy = shop.Today.AddDays(4), Carrier = "Stork", TrackingNumber = "S1" });

        var (customer, told) = await shop.ToldAsync(language, order);

        var apology = Replies.All(language)["Order.Late.1"].Split('{', '}');
        var buttons = customer.Transcript[^1].Buttons;
        Assert.Equal(order.Status.IsUnderWay(), told.StartsWith(apology[0], StringComparison.Ordinal) && told.Contains(apology[4], StringComparison.Ordinal));
        Assert.Equal(order.Status.IsUnderWay(), buttons.Contains(WarmlineApplication.Label("Order.Wait", language)) && buttons.Contains(WarmlineApplication.Label("Quick.Person", language)));
        Assert.Equal(order.Status is OrderStatus.Placed or OrderStatus.Paid, buttons.Contains(WarmlineApplication.Label("Order.CancelIt", language)));
        Assert.True(!order.Status.IsUnderWay() || told.Contains(PeopleFormat.Date(shop.Today.AddDays(4), language), StringComparison.Ordinal), told);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task A_new_day_that_is_over_too_is_not_named_and_none_is_made_up(string language)
    {
        var (customer, told) = await shop.ToldAsync(language, shop.Put(OrderStatus.Shipped, it => it with { PromisedBy = shop.Today.AddDays(-9), ExpectedBy = shop.Today.AddDays(-2) }));

        Assert.Contains(WarmlineApplication.Label("Order.NoNewDay.1", language), told, StringComparison.Ordinal);
        Assert.DoesNotContain(PeopleFormat.Date(shop.Today.AddDays(-2), language), told, StringComparison.Ordinal);

        var patient = await customer.AskAsync(WarmlineApplication.Label("Order.Wait", language), Cancel);
        Assert.StartsWith(Beginning("Order.Waiting.1", language), patient, StringComparison.Ordinal);

        await customer.AskAsync(WarmlineApplication.Label("Order.LookInto", language), Cancel);
        Assert.Equal("system", customer.Transcript[^1].Author);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task An_order_in_parcels_is_told_by_parcel_with_a_link_for_each(string language)
    {
        var order = shop.Put(OrderStatus.PartlyShipped, it => it with
        {
            Items = [.. it.Items, new OrderItem("Oak stool", 1, null, 9900) { Id = "3" }],
            Parcels =
            [
                new Parcel { ItemIds = ["1"], Status = OrderStatus.Delivered, Carrier = "Stork", TrackingNumber = "S-1", TrackingUrl = new Uri("https://track.example.com/1"), DeliveredAt = shop.Now.AddDays(-1) },
                new Parcel { ItemIds = ["2"], Carrier = "Heron", TrackingNumber = "H-2", TrackingUrl = new Uri("https://track.example.com/2") },
            ],
        });

        var (customer, told) = await shop.ToldAsync(language, order);

        var lines = told.Split('\n');
        Assert.Contains(lines, line => line.Contains("Brass lantern", StringComparison.Ordinal) && line.Contains("S-1", StringComparison.Ordinal) && line.Contains("track.example.com/1", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Velvet cushion", StringComparison.Ordinal) && line.Contains("H-2", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Oak stool", StringComparison.Ordinal) && !line.Contains("Velvet", StringComparison.Ordinal));
        Assert.Equal(2, customer.Transcript[^1].Buttons.Count);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task Money_that_comes_back_and_what_was_asked_for_are_told_with_amount_day_and_reference(string language)
    {
        var refunded = shop.Put(OrderStatus.Refunded, it => it with { RefundMinor = 4550, RefundBy = shop.Today.AddDays(2) });
        var returning = shop.Put(OrderStatus.Delivered, it => it with { Requests = [new OrderRequest(OrderRequestKind.Return, "R-77", [new RequestedItem("1", 1)])] });

        var (customer, told) = await shop.ToldAsync(language, refunded);
        var asked = await customer.AskAsync(returning.Number, Cancel);

        Assert.Contains(PeopleFormat.Amount(new Money(45.5m, "EUR"), language), told, StringComparison.Ordinal);
        Assert.Contains(PeopleFormat.Date(shop.Today.AddDays(2), language), told, StringComparison.Ordinal);
        Assert.Contains("R-77", asked, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task What_was_not_fetched_in_time_and_what_is_lost_lead_to_a_person(string language)
    {
        var (customer, over) = await shop.ToldAsync(language, shop.Put(OrderStatus.AtPickupPoint, it => it with { PickupUntil = shop.Today.AddDays(-1) }));
        Assert.StartsWith(Beginning("Order.PickupOver", language), over, StringComparison.Ordinal);

        await customer.AskAsync(shop.Put(OrderStatus.Lost).Number, Cancel);
        await customer.PressAsync(WarmlineApplication.Label("Quick.Yes", language), Cancel);
        await customer.NextTurnAsync(Cancel);

        Assert.Equal("system", customer.Transcript[^1].Author);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task The_same_order_asked_for_again_is_read_anew_and_not_told_in_the_same_words(string language)
    {
        var order = shop.Put(OrderStatus.Shipped);
        var (customer, first) = await shop.ToldAsync(language, order);

        var second = await customer.AskAsync(order.Number, Cancel);
        shop.Change(order with { Status = OrderStatus.AtPickupPoint });
        var third = await customer.AskAsync(Spoken.In(language).WhereIsIt, Cancel);

        Assert.NotEqual(first, second);
        Assert.Contains(WarmlineApplication.Label("Order.Again", language), second, StringComparison.Ordinal);
        Assert.Contains(Beginning("Order.Status.AtPickupPoint", language), third, StringComparison.Ordinal);
    }

    private Order Full(Order order) => order with
    {
        PlacedAt = shop.Now.AddDays(-9),
        Carrier = "Stork Parcel",
        TrackingNumber = "SP-99",
        TrackingUrl = new Uri("https://track.example.com/SP-99"),
        PromisedBy = shop.Today.AddDays(2),
        ExpectedBy = shop.Today.AddDays(5),
        DelayReason = "strike.",
        DeliveredAt = shop.Now.AddDays(-1),
        DeliveredTo = "12 Mill Lane",
        PickupPoint = "Locker 14",
        PickupUntil = shop.Today.AddDays(3),
        RefundMinor = 4550,
        RefundBy = shop.Today.AddDays(-1),
        TotalMinor = 12000,
        Requests = [new OrderRequest(OrderRequestKind.Exchange, "X-5", [])],
    };

    // A sentence up to its first value.
    private static string Beginning(string key, string language) => Replies.All(language).GetValueOrDefault(key, "").Split('{', '[')[0] is { Length: > 0 } start
        ? start : Replies.All(language)[$"{key}.1"].Split('{', '[')[0];

    [GeneratedRegex(@"ST-\d{4}")]
    private static partial Regex NumberPattern();
}
