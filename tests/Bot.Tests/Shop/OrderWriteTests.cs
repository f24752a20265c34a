using BotFramework.Schema;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Tests.Shop;

public sealed class OrderWriteTests
{
    [Fact]
    public void A_task_can_carry_every_write()
    {
        OrderWrite[] writes =
        [
            new CancelOrder { Key = "k/1", OrderNumber = "#W1", Proof = OrderProof.Of("a@example.com"), Cause = CancelCause.TooSlow },
            new ChangeAddress { Key = "k/2", OrderNumber = "#W1", Proof = OrderProof.Of("+48 600 100 200"), Address = new PostalAddress("Lipowa 1", "Kraków") { Country = "PL" } },
            new StartReturn { Key = "k/3", OrderNumber = "#W1", Proof = new OrderProof.Signed(new ShopCustomer("7", Name: "Anna")), Items = [new ReturnedItem("1", 2, ItemCondition.Opened)], Words = "za duży", DeliveredOn = new DateOnly(2026, 11, 1) },
            new StartExchange { Key = "k/4", OrderNumber = "#W1", Proof = OrderProof.Of("a@example.com"), Items = [new ExchangedItem("1", 1, null, "większy")], Cause = ReturnCause.DoesNotFit },
        ];

        foreach (var write in writes)
        {
            var text = ProtocolJson.Write(write);
            var back = ProtocolJson.Read<OrderWrite>(text);

            Assert.Equal(write.GetType(), back!.GetType());
            Assert.Equal(text, ProtocolJson.Write(back));
            Assert.Equal((write.Key, write.Proof, write.Needs), (back.Key, back.Proof, back.Needs));
        }

        Assert.Equal(4, writes.Select(write => write.Needs).Distinct().Count());
        Assert.Equal(4, writes.Select(WriteReference.Of).Distinct().Count());
    }

    [Theory]
    [InlineData("", "Kraków")]
    [InlineData("Lipowa 1", " ")]
    [InlineData("Lipowa\n1", "Kraków")]
    public async Task An_address_nobody_can_deliver_to_is_not_taken(string street, string city)
    {
        await using var stand = new Contract.FileStand();
        stand.Put(new Contract.SampleOrder("1001"));
        var change = new ChangeAddress { Key = "k", OrderNumber = "1001", Proof = OrderProof.Of("anna@example.com"), Address = new PostalAddress(street, city) };

        Assert.Equal(new WriteOutcome.Refused(WriteRefusal.Malformed), await stand.Shop.WriteAsync(change, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("31", 3)]
    [InlineData("31", 0)]
    [InlineData("32", 1)]
    public async Task More_than_was_bought_does_not_come_back(string itemId, int quantity)
    {
        await using var stand = new Contract.FileStand();
        stand.Put(Contract.SampleOrder.Delivered("1001"));
        var back = new StartReturn { Key = "k", OrderNumber = "1001", Proof = OrderProof.Of("anna@example.com"), Items = [new ReturnedItem(itemId, quantity)] };

        Assert.Equal(new WriteOutcome.Refused(WriteRefusal.Malformed), await stand.Shop.WriteAsync(back, TestContext.Current.CancellationToken));
    }
}
