using System.Text.Json;
using Warmline.Bot.Dialogs;
using Warmline.Bot.Shop;
using Warmline.TestSupport.Channels;

namespace Warmline.Bot.Tests.Stories;

/// <summary>An order at a glance: a card on the shop's pages, sentences everywhere else.</summary>
public sealed class OrderCardStories(OrderShop shop) : IClassFixture<OrderShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    public static TheoryData<string> EveryLanguage => [.. Languages.All];

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task On_the_page_a_card_shows_the_order_and_whoever_reads_the_log_sees_the_same(string language)
    {
        var order = shop.Put(OrderStatus.Shipped, it => it with { Carrier = "Stork", TrackingNumber = "ST-77-X", TrackingUrl = new Uri("https://stork.example/77") });

        var (customer, told) = await shop.ToldAsync(language, order);

        var shown = customer.Transcript[^1].Activity;
        var card = Assert.Single(shown.Attachments!).Content!.Value;
        Assert.Equal(language == "fa", card.TryGetProperty("rtl", out _));
        Assert.Equal(order.Items.Count, Runs(card).Count(run => run.StartsWith('•')));
        Assert.Contains(Runs(card), run => run.Contains("ST-77-X", StringComparison.Ordinal));
        Assert.Equal("https://stork.example/77", card.GetProperty("actions")[0].GetProperty("url").GetString());
        Assert.DoesNotContain("ST-77-X", shown.Text, StringComparison.Ordinal);
        Assert.Contains("ST-77-X", told, StringComparison.Ordinal);
        Assert.Contains(await shop.App.Agent.LinesAsync(customer.ConversationId), line => line.Text.StartsWith(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parcels_are_shown_each_by_itself_and_what_has_not_left_too()
    {
        var order = shop.Put(OrderStatus.PartlyShipped, it => it with { Parcels = [new Parcel { ItemIds = [it.Items[0].Id], Status = OrderStatus.Shipped, TrackingNumber = "P-1" }] });

        var (customer, _) = await shop.ToldAsync("en", order);

        var runs = Runs(customer.Transcript[^1].Activity.Attachments![0].Content!.Value).ToList();
        Assert.Contains(Replies.Say("Order.Card.Parcel", "en", ("number", 1)), runs);
        Assert.Equal(order.Items.Count > 1, runs.Contains(Replies.Say("Order.Card.NotSent", "en")));
    }

    [Fact]
    public async Task A_name_that_looks_like_markup_stays_a_name()
    {
        var order = shop.Put(OrderStatus.Packed, it => it with { Items = [it.Items[0] with { Name = "[Lamp](https://evil.example) **now**" }] });

        var (customer, _) = await shop.ToldAsync("en", order);

        var card = customer.Transcript[^1].Activity.Attachments![0].Content!.Value;
        Assert.Contains("• [Lamp](https://evil.example) **now**", string.Join('\n', Runs(card)), StringComparison.Ordinal);
        Assert.All(card.GetProperty("body").EnumerateArray(), block => Assert.Equal("RichTextBlock", block.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_channel_that_is_pushed_to_gets_sentences_and_no_card()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var app = ChannelCustomer.OpenShop(channel);
        var customer = new ChannelCustomer(app, channel);

        await customer.WriteAsync(Spoken.In("en").OneLine);

        var call = await customer.NextCallAsync();
        while (!call.Text!.Contains(Spoken.In("en").Item, StringComparison.Ordinal))
        {
            call = await customer.NextCallAsync();
        }

        Assert.Null(call.Json!["attachments"]);
    }

    private static IEnumerable<string> Runs(JsonElement card) => card.GetProperty("body").EnumerateArray()
        .SelectMany(block => block.GetProperty("inlines").EnumerateArray()).Select(run => run.GetProperty("text").GetString()!);
}
