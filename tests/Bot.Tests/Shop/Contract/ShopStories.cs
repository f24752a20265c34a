using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Tests.Shop.Contract;

/// <summary>What every kind of shop does alike; each kind runs them all.</summary>
public abstract class ShopStories
{
    private static readonly OrderProof Anna = new OrderProof.Email("Anna@Example.com ");
    private static readonly OrderProof Jan = new OrderProof.Email("jan@example.com");
    private static readonly ShopCustomer SignedAnna = new("7", "anna@example.com");

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected abstract Task<IShopStand> OpenAsync();

    [Fact]
    public async Task An_order_is_shown_to_its_owner_and_to_nobody_else()
    {
        await using var stand = await OpenAsync();
        stand.Put(new SampleOrder("1001"), new SampleOrder("1002") { Email = "jan@example.com", CustomerId = "8" });

        var order = Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("# 1001", Anna, Cancel)).Order;

        Assert.Equal((OrderStatus.Paid, "PLN", "Kraków"), (order.Status, order.Currency, order.Address!.City));
        var item = Assert.Single(order.Items);
        Assert.Equal(("Kubek „Mech”", 2, "glazura: mech", 5400L), (item.Name, item.Quantity, item.Options, item.UnitPriceMinor));
        Assert.IsType<OrderLookup.NotTheOwner>(await stand.Shop.FindOrderAsync("1001", Jan, Cancel));
        Assert.IsType<OrderLookup.NotTheOwner>(await stand.Shop.FindOrderAsync("1002", Anna, Cancel));
        Assert.IsType<OrderLookup.NotFound>(await stand.Shop.FindOrderAsync("7777", Anna, Cancel));
        Assert.IsType<OrderLookup.NotFound>(await stand.Shop.FindOrderAsync("☺", Anna, Cancel));
    }

    [Fact]
    public async Task A_phone_number_proves_it_too_whole_and_in_any_spelling()
    {
        await using var stand = await OpenAsync();
        stand.Put(new SampleOrder("1001"));

        Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1001", OrderProof.Of("600-100-200"), Cancel));
        Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1001", OrderProof.Of("0048600100200"), Cancel));
        Assert.IsType<OrderLookup.NotTheOwner>(await stand.Shop.FindOrderAsync("1001", OrderProof.Of("100200"), Cancel));
        Assert.IsType<OrderLookup.NotTheOwner>(await stand.Shop.FindOrderAsync("1001", OrderProof.Of("600 100 201"), Cancel));
        Assert.IsType<OrderLookup.NotTheOwner>(await stand.Shop.FindOrderAsync("1001", OrderProof.Of(""), Cancel));
    }

    [Fact]
    public async Task A_signed_customer_sees_all_their_orders_newest_first_and_only_theirs()
    {
        await using var stand = await OpenAsync();
        stand.Put([.. Enumerable.Range(1, 55).Select(n => new SampleOrder($"{2000 + n}") { PlacedAt = SampleOrder.Today.AddDays(-n) })]);
        stand.Put(new SampleOrder("3000") { Email = "jan@example.com", CustomerId = "8", PlacedAt = SampleOrder.Today });

        var recent = await stand.Shop.RecentOrdersAsync(SignedAnna, 45, Cancel);

        Assert.Equal(Enumerable.Range(1, 45).Select(n => $"{2000 + n}"), recent.Select(order => order.Number));
        Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("2055", new OrderProof.Signed(SignedAnna), Cancel));
        Assert.IsType<OrderLookup.NotTheOwner>(await stand.Shop.FindOrderAsync("3000", new OrderProof.Signed(SignedAnna), Cancel));
        Assert.Empty(await stand.Shop.RecentOrdersAsync(new ShopCustomer("4711"), 5, Cancel));
    }

    [Fact]
    public async Task The_team_knows_how_a_customer_stands()
    {
        await using var stand = await OpenAsync();
        stand.Put(SampleOrder.Delivered("1001"), SampleOrder.Delivered("1002"));

        var standing = await stand.Shop.StandingAsync(SignedAnna, Cancel);

        Assert.Equal(2, standing!.Orders);
        Assert.True(standing.SpentMinor["PLN"] is 21600 or 24000, $"{standing.SpentMinor["PLN"]}");
        Assert.Null(await stand.Shop.StandingAsync(new ShopCustomer("4711"), Cancel));
    }

    [Fact]
    public async Task Products_are_found_by_words_and_their_variants_by_id()
    {
        await using var stand = await OpenAsync();

        var found = await stand.Shop.FindProductsAsync("mech", 5, Cancel);
        var variants = await stand.Shop.FindProductsAsync("50", 5, Cancel);

        Assert.All(found, product => Assert.Equal("50", product.ProductId));
        Assert.NotEmpty(found);
        Assert.Equal([("501", 5400L, Availability.InStock), ("502", 5900L, Availability.OutOfStock)], variants.Select(v => (v.Id, v.PriceMinor!.Value, v.Availability)));
        Assert.Empty(await stand.Shop.FindProductsAsync("samolot", 5, Cancel));
    }

    [Fact]
    public async Task An_order_is_cancelled_once_however_often_it_is_asked()
    {
        await using var stand = await OpenAsync();
        stand.Put(new SampleOrder("1001"));
        await stand.Shop.FindOrderAsync("1001", Anna, Cancel);
        var cancel = new CancelOrder { Key = "c1/5/0", OrderNumber = "1001", Proof = Anna, Cause = CancelCause.NoLongerNeeded };
        Assert.Null(await stand.Shop.FindWriteAsync(cancel, Cancel));

        var first = Assert.IsType<WriteOutcome.Done>(await stand.Shop.WriteAsync(cancel, Cancel));
        var again = Assert.IsType<WriteOutcome.Done>(await stand.Shop.WriteAsync(cancel, Cancel));

        Assert.Equal(first.Reference, again.Reference);
        Assert.Equal(first.Reference, (await stand.Shop.FindWriteAsync(cancel, Cancel))!.Reference);
        Assert.Equal(OrderStatus.Cancelled, await StatusAsync(stand));
        Assert.Equal(new WriteOutcome.Refused(WriteRefusal.WrongState), await stand.Shop.WriteAsync(cancel with { Key = "c1/9/0" }, Cancel));
        Assert.Equal(new WriteOutcome.Refused(WriteRefusal.KeyUsed), await stand.Shop.WriteAsync(Move("1001") with { Key = cancel.Key }, Cancel));
    }

    [Fact]
    public async Task What_is_shipped_is_neither_cancelled_nor_sent_elsewhere()
    {
        await using var stand = await OpenAsync();
        stand.Put(new SampleOrder("1001") { Status = "Shipped" });
        var cancel = new CancelOrder { Key = "k1", OrderNumber = "1001", Proof = Anna };

        Assert.Equal(new WriteOutcome.Refused(WriteRefusal.WrongState), await stand.Shop.WriteAsync(cancel, Cancel));
        Assert.Equal(new WriteOutcome.Refused(WriteRefusal.WrongState), await stand.Shop.WriteAsync(Move("1001"), Cancel));
        Assert.Equal(OrderStatus.Shipped, await StatusAsync(stand));
        Assert.Null(await stand.Shop.FindWriteAsync(cancel, Cancel));
    }

    [Fact]
    public async Task A_new_address_is_where_the_order_goes_from_then_on()
    {
        await using var stand = await OpenAsync();
        stand.Put(new SampleOrder("1001"));
        await stand.Shop.FindOrderAsync("1001", Anna, Cancel);

        Assert.IsType<WriteOutcome.Done>(await stand.Shop.WriteAsync(Move("1001"), Cancel));

        var order = Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1001", Anna, Cancel)).Order;
        Assert.Equal(("Lipowa 3", "Łódź", "90-001"), (order.Address!.Street, order.Address.City, order.Address.PostCode));
    }

    [Fact]
    public async Task A_return_gets_a_reference_and_is_seen_with_the_order()
    {
        await using var stand = await OpenAsync();
        stand.Put(SampleOrder.Delivered("1001"));
        var back = Return("1001");

        var done = Assert.IsType<WriteOutcome.Done>(await stand.Shop.WriteAsync(back, Cancel));

        var order = Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1001", Anna, Cancel)).Order;
        var request = Assert.Single(order.Requests);
        Assert.Equal((OrderRequestKind.Return, done.Reference), (request.Kind, request.Reference));
        Assert.Equal(new WriteOutcome.Refused(WriteRefusal.WrongState), await stand.Shop.WriteAsync(back with { Key = "another" }, Cancel));
    }

    [Fact]
    public async Task An_exchange_gets_a_reference_and_is_seen_with_the_order()
    {
        await using var stand = await OpenAsync();
        stand.Put(SampleOrder.Delivered("1001"));
        var swap = new StartExchange { Key = "x1", OrderNumber = "1001", Proof = Anna, Items = [new ExchangedItem(SampleOrder.ItemId, 2, "502", "piaskowy")] };

        Assert.IsType<WriteOutcome.Done>(await stand.Shop.WriteAsync(swap, Cancel));

        var order = Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1001", Anna, Cancel)).Order;
        Assert.Equal(OrderRequestKind.Exchange, Assert.Single(order.Requests).Kind);
    }

    [Fact]
    public async Task Nobody_writes_to_somebody_elses_order()
    {
        await using var stand = await OpenAsync();
        stand.Put(new SampleOrder("1001"), SampleOrder.Delivered("1002"));

        foreach (OrderWrite write in new OrderWrite[] { new CancelOrder { Key = "k1", OrderNumber = "1001", Proof = Jan }, Move("1001") with { Proof = Jan }, Return("1002") with { Proof = Jan } })
        {
            Assert.Equal(new WriteOutcome.Refused(WriteRefusal.NotFound), await stand.Shop.WriteAsync(write, Cancel));
        }

        Assert.Equal(OrderStatus.Paid, await StatusAsync(stand));
    }

    private protected static StartReturn Return(string number) => new()
    {
        Key = "r1",
        OrderNumber = number,
        Proof = Anna,
        Items = [new ReturnedItem(SampleOrder.ItemId, 2, ItemCondition.Sealed)],
        Cause = ReturnCause.ChangedMind,
        Words = "za duży <b>kubek</b>",
    };

    private protected static ChangeAddress Move(string number) => new()
    {
        Key = "a1",
        OrderNumber = number,
        Proof = Anna,
        Address = new PostalAddress("Lipowa 3", "Łódź") { PostCode = "90-001", Country = "PL" },
    };

    private static async Task<OrderStatus> StatusAsync(IShopStand stand) =>
        Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1001", Anna, Cancel)).Order.Status;
}
