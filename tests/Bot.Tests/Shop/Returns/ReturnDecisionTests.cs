using System.Text;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Tests.Shop.Returns;

public sealed class ReturnDecisionTests
{
    private const string Rules = """
        {"windowDays": 30, "refundDays": 14, "returnShippingPaidBy": "customer", "exclusions": {"en": [], "pl": [], "ru": [], "fa": []},
         "excluded": ["openedHygiene", "digital", "madeToOrder", "onSale"], "warrantyYears": 2,
         "rules": [
           {"category": "Shoes", "windowDays": 60, "returnShippingPaidBy": "shop"},
           {"country": "IR", "windowDays": 7},
           {"category": "Shoes", "country": "IR", "windowDays": 10},
           {"category": "Gift cards", "isExcluded": true},
           {"category": "Tools", "warrantyYears": 5}
         ],
         "exchange": {"from": []}}
        """;

    private static readonly ReturnPolicy Policy = ReturnPolicy.Parse(Encoding.UTF8.GetBytes(Rules));
    private static readonly DateOnly Delivered = new(2026, 11, 1);

    [Theory]
    [InlineData(0, ReturnVerdict.Allowed)]
    [InlineData(30, ReturnVerdict.Allowed)]
    [InlineData(31, ReturnVerdict.TooLate)]
    public void The_last_day_counts_and_the_day_after_does_not(int days, object verdict)
    {
        var decision = Decide(Order(), days);

        Assert.Equal(((ReturnVerdict)verdict, new DateOnly(2026, 12, 1)), (decision.Verdict, decision.LastDay));
        Assert.Equal((PaidBy.Customer, false), (decision.ShippingPaidBy, decision.IsDayUnproven));
    }

    [Theory]
    [InlineData("Shoes", null, 60)]
    [InlineData("shoes", "PL", 60)]
    [InlineData("Shoes", "IR", 10)]
    [InlineData("Mugs", "IR", 7)]
    [InlineData("Mugs", "PL", 30)]
    [InlineData(null, null, 30)]
    public void The_most_particular_rule_counts(string? category, string? country, int days)
    {
        var order = Order(item => item with { Category = category }) with { Address = country is null ? null : new PostalAddress("x", "y") { Country = country } };

        Assert.Equal(Delivered.AddDays(days), Decide(order, 0).LastDay);
    }

    [Theory]
    [InlineData(ItemTraits.Digital, ItemCondition.Unknown, ReturnVerdict.Excluded, ReturnReason.Digital)]
    [InlineData(ItemTraits.MadeToOrder, ItemCondition.Sealed, ReturnVerdict.Excluded, ReturnReason.MadeToOrder)]
    [InlineData(ItemTraits.OnSale, ItemCondition.Sealed, ReturnVerdict.Excluded, ReturnReason.OnSale)]
    [InlineData(ItemTraits.Hygiene, ItemCondition.Opened, ReturnVerdict.Excluded, ReturnReason.OpenedHygiene)]
    [InlineData(ItemTraits.Hygiene, ItemCondition.Sealed, ReturnVerdict.Allowed, ReturnReason.WithinWindow)]
    [InlineData(ItemTraits.None, ItemCondition.Opened, ReturnVerdict.Allowed, ReturnReason.WithinWindow)]
    [InlineData(ItemTraits.None, ItemCondition.Used, ReturnVerdict.Excluded, ReturnReason.Used)]
    public void Goods_that_do_not_come_back_are_named_by_their_reason(object traits, object condition, object verdict, object reason)
    {
        var decision = Decide(Order(item => item with { Traits = (ItemTraits)traits }), 3, new ReturnQuestion("1") { Condition = (ItemCondition)condition });

        Assert.Equal(((ReturnVerdict)verdict, (ReturnReason)reason), (decision.Verdict, decision.Reason));
    }

    [Fact]
    public void What_was_not_said_is_a_condition()
    {
        Assert.Equal(ReturnCondition.Sealed, Decide(Order(item => item with { Traits = ItemTraits.Hygiene }), 3).Condition);
        Assert.Equal(ReturnCondition.NotUsed, Decide(Order(), 3).Condition);
        Assert.Equal(ReturnReason.Category, Decide(Order(item => item with { Category = "gift cards" }), 3).Reason);
    }

    [Theory]
    [InlineData(100, null, ReturnVerdict.Warranty, ReturnReason.WithinWarranty)]
    [InlineData(731, null, ReturnVerdict.Warranty, ReturnReason.WithinWarranty)]
    [InlineData(732, null, ReturnVerdict.TooLate, ReturnReason.WarrantyOver)]
    [InlineData(732, "Tools", ReturnVerdict.Warranty, ReturnReason.WithinWarranty)]
    public void A_defect_is_the_sellers_for_years(int days, string? category, object verdict, object reason)
    {
        var order = Order(item => item with { Category = category, Traits = ItemTraits.OnSale });
        var decision = Decide(order, days, new ReturnQuestion("1") { IsDefective = true, Condition = ItemCondition.Used });

        Assert.Equal(((ReturnVerdict)verdict, (ReturnReason)reason), (decision.Verdict, decision.Reason));
        Assert.Null((ReturnVerdict)verdict == ReturnVerdict.Warranty ? decision.LastDay : null);
    }

    [Fact]
    public void A_defect_within_the_window_may_as_well_be_returned()
    {
        var decision = Decide(Order(), 3, new ReturnQuestion("1") { IsDefective = true });

        Assert.Equal((ReturnVerdict.Warranty, Delivered.AddDays(30), Delivered.AddYears(2), PaidBy.Shop), (decision.Verdict, decision.LastDay, decision.WarrantyUntil, decision.ShippingPaidBy));
    }

    [Theory]
    [InlineData(OrderStatus.Placed, ReturnVerdict.NotDelivered, ReturnReason.CanBeCancelled)]
    [InlineData(OrderStatus.Paid, ReturnVerdict.NotDelivered, ReturnReason.CanBeCancelled)]
    [InlineData(OrderStatus.Packed, ReturnVerdict.NotDelivered, ReturnReason.OnItsWay)]
    [InlineData(OrderStatus.Shipped, ReturnVerdict.NotDelivered, ReturnReason.OnItsWay)]
    [InlineData(OrderStatus.PartlyShipped, ReturnVerdict.NotDelivered, ReturnReason.OnItsWay)]
    [InlineData(OrderStatus.OutForDelivery, ReturnVerdict.NotDelivered, ReturnReason.OnItsWay)]
    [InlineData(OrderStatus.AtPickupPoint, ReturnVerdict.NotDelivered, ReturnReason.OnItsWay)]
    [InlineData(OrderStatus.Delayed, ReturnVerdict.NotDelivered, ReturnReason.OnItsWay)]
    [InlineData(OrderStatus.Delivered, ReturnVerdict.AskWhenDelivered, ReturnReason.DayUnknown)]
    [InlineData(OrderStatus.Lost, ReturnVerdict.Person, ReturnReason.OrderLost)]
    [InlineData(OrderStatus.Cancelled, ReturnVerdict.Closed, ReturnReason.OrderCancelled)]
    [InlineData(OrderStatus.Returned, ReturnVerdict.Closed, ReturnReason.AlreadyReturned)]
    [InlineData(OrderStatus.Refunded, ReturnVerdict.Closed, ReturnReason.AlreadyReturned)]
    [InlineData(OrderStatus.Unknown, ReturnVerdict.Person, ReturnReason.StateUnknown)]
    public void Every_state_has_an_answer_without_any_date(object status, object verdict, object reason)
    {
        var decision = Decide(Order() with { Status = (OrderStatus)status, DeliveredAt = null, PlacedAt = null }, 0);

        Assert.Equal(((ReturnVerdict)verdict, (ReturnReason)reason), (decision.Verdict, decision.Reason));
        Assert.True(Enum.GetValues<OrderStatus>().Length == 14, "A new state needs a line here.");
    }

    [Fact]
    public void A_day_the_shop_does_not_know_is_the_customers_word()
    {
        var order = Order() with { DeliveredAt = null };
        var decision = Decide(order, 3, new ReturnQuestion("1") { DeliveredOn = Delivered.AddDays(1) });

        Assert.Equal((ReturnVerdict.Allowed, true, Delivered.AddDays(31)), (decision.Verdict, decision.IsDayUnproven, decision.LastDay));
        Assert.Equal(Delivered.AddDays(30), Decide(Order(), 3, new ReturnQuestion("1") { DeliveredOn = Delivered.AddDays(9) }).LastDay);
    }

    [Fact]
    public void Days_are_counted_where_the_shop_is()
    {
        var order = Order() with { DeliveredAt = new DateTime(2026, 11, 1, 23, 30, 0, DateTimeKind.Utc) };
        var warsaw = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");

        Assert.Equal(new DateOnly(2026, 12, 2), ReturnDecision.Of(order, Policy, new ShopDay(Delivered, warsaw))[0].LastDay);
    }

    [Fact]
    public void A_parcel_that_came_may_go_back_while_another_is_under_way()
    {
        var order = Order() with
        {
            Status = OrderStatus.PartlyShipped,
            DeliveredAt = null,
            Items = [new OrderItem("Mug", 1, null, 100) { Id = "1" }, new OrderItem("Plate", 1, null, 100) { Id = "2" }],
            Parcels = [new Parcel { ItemIds = ["1"], Status = OrderStatus.Delivered, DeliveredAt = new DateTime(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc) }, new Parcel { ItemIds = ["2"] }],
        };

        var decisions = ReturnDecision.Of(order, Policy, new ShopDay(Delivered, TimeZoneInfo.Utc));

        Assert.Equal([ReturnVerdict.Allowed, ReturnVerdict.NotDelivered], decisions.Select(decision => decision.Verdict));
    }

    [Fact]
    public void What_was_asked_back_is_not_asked_back_twice_but_the_second_piece_may()
    {
        var order = Order(item => item with { Quantity = 3 }) with { Requests = [new OrderRequest(OrderRequestKind.Return, "R-1", [new RequestedItem("1", 2)])] };

        Assert.Equal((ReturnVerdict.Allowed, 1), (Decide(order, 3).Verdict, Decide(order, 3).Quantity));
        Assert.Equal(ReturnReason.AlreadyRequested, Decide(order with { Requests = [new OrderRequest(OrderRequestKind.Exchange, "E-1", [])] }, 3).Reason);
    }

    [Fact]
    public void A_shop_that_exchanges_nothing_says_so()
    {
        Assert.Equal(ReturnReason.StateNotAllowed, Decide(Order(), 3, new ReturnQuestion("1") { IsExchange = true }).Reason);
        Assert.Empty(ReturnDecision.Of(Order(), [new ReturnQuestion("no such item")], Policy, new ShopDay(Delivered, TimeZoneInfo.Utc)));
    }

    private static ItemDecision Decide(Order order, int days, ReturnQuestion? question = null) =>
        Assert.Single(ReturnDecision.Of(order, [question ?? new ReturnQuestion("1")], Policy, new ShopDay(Delivered.AddDays(days), TimeZoneInfo.Utc)));

    private static Order Order(Func<OrderItem, OrderItem>? with = null) => new()
    {
        Number = "1",
        Email = "a@example.com",
        Status = OrderStatus.Delivered,
        Currency = "PLN",
        DeliveredAt = Delivered.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc),
        Items = [(with ?? (item => item))(new OrderItem("Mug", 1, null, 100) { Id = "1" })],
    };
}
