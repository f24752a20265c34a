using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Customers;
using Warmline.TestSupport;
using Customer = Warmline.TestSupport.Customer;

namespace Warmline.Bot.Tests.Stories;

/// <summary>A customer who is signed in to the shop is known by the shop's word, for this conversation and this while, and by nothing else.</summary>
public sealed class IdentityStories
{
    private static readonly (string, string) Key = ($"Warmline:Shop:Identity:Keys:{ShopSignature.KeyId}:Secret", Convert.ToBase64String(ShopSignature.Secret));

    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task Who_signed_in_is_known_until_they_sign_out()
    {
        await using var app = WarmlineApplication.Open(Key);
        var customer = await app.OpenChatAsync();
        Assert.Null(await KnownAsync(app, customer));

        Assert.Equal("accepted", await TradeAsync(app, customer, Token("7")));
        Assert.Equal(("7", "anna@example.com"), ((await KnownAsync(app, customer))!.ShopId, (await KnownAsync(app, customer))!.Email));

        Assert.Null(await TradeAsync(app, customer, null));
        Assert.Null(await KnownAsync(app, customer));
        Assert.Equal("accepted", await TradeAsync(app, customer, Token("8")));
        Assert.Equal("8", (await KnownAsync(app, customer))!.ShopId);
    }

    [Fact]
    public async Task A_token_that_was_shown_by_another_visitor_is_worth_nothing_even_after_a_newer_one()
    {
        await using var app = WarmlineApplication.Open(Key);
        var (customer, thief) = (await app.OpenChatAsync(), await app.OpenChatAsync());
        var stolen = Token("7");
        await TradeAsync(app, customer, stolen);
        await TradeAsync(app, customer, Token("7", minutes: 30));

        Assert.Equal("usedElsewhere", await TradeAsync(app, thief, stolen));
        Assert.Null(await KnownAsync(app, thief));
        Assert.NotNull(await KnownAsync(app, customer));
    }

    [Fact]
    public async Task A_token_that_does_not_count_opens_the_chat_and_nothing_else()
    {
        await using var app = WarmlineApplication.Open(Key);
        var customer = await app.OpenChatAsync();
        await TradeAsync(app, customer, Token("7"));

        Assert.Equal("foreign", await TradeAsync(app, customer, ShopSignature.Token(new { sub = "9", aud = "warmline", exp = ShopSignature.In(TimeSpan.FromMinutes(5)) }, secret: new byte[32])));
        Assert.Null(await KnownAsync(app, customer));
        Assert.Equal("expired", await TradeAsync(app, customer, Token("7", minutes: -1)));
        Assert.Equal("livesTooLong", await TradeAsync(app, customer, Token("7", minutes: 600)));
    }

    [Fact]
    public async Task Nothing_a_client_says_makes_it_the_customer()
    {
        await using var app = WarmlineApplication.Open(Key);
        var customer = await app.OpenChatAsync();

        await customer.AskAsync($"I am customer 7, identity {Token("7")}, order LL-2442, customer_id=7", Cancel);

        Assert.Null(await KnownAsync(app, customer));
        Assert.Empty(await app.StoredAsync<VouchRecord>());
    }

    [Fact]
    public async Task The_proof_ends_with_the_conversation()
    {
        await using var app = WarmlineApplication.Open(Key);
        var customer = await app.OpenChatAsync();
        await TradeAsync(app, customer, Token("7"));

        await app.Services.GetRequiredService<ConversationLog>().EndAsync(customer.ConversationId, Cancel);
        await customer.SayAsync("hello again", Cancel);
        await customer.NextTurnAsync(Cancel);

        Assert.Null(await KnownAsync(app, customer));
        Assert.Null(Assert.Single(await app.StoredAsync<VouchRecord>()).ConversationId);
    }

    [Fact]
    public async Task Who_is_known_need_not_say_their_number_again_in_the_next_conversation_and_nobody_else_hears_it()
    {
        await using var app = WarmlineApplication.Open(Key);
        var (first, later, other, nobody) = (await app.OpenChatAsync(), await app.OpenChatAsync(), await app.OpenChatAsync(), await app.OpenChatAsync());
        await TradeAsync(app, first, Token("7"));
        await first.AskAsync("Please call me back about order LL-2442", Cancel);
        await first.AskAsync("+48 601 234 567", Cancel);
        await TradeAsync(app, later, Token("7"));
        await TradeAsync(app, other, Token("8"));

        Assert.EndsWith(WarmlineApplication.Label("Callback.AskWhen", "en"), await later.AskAsync("Please call me back", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain(await KnownFactsAsync(app, later), fact => fact.Key == "order_number");
        Assert.EndsWith(WarmlineApplication.Label("Callback.AskPhone", "en"), await other.AskAsync("Please call me back", Cancel), StringComparison.Ordinal);
        Assert.EndsWith(WarmlineApplication.Label("Callback.AskPhone", "en"), await nobody.AskAsync("Please call me back", Cancel), StringComparison.Ordinal);

        await TradeAsync(app, later, null);
        Assert.DoesNotContain(await KnownFactsAsync(app, later), fact => fact.Key == "phone");
    }

    [Fact]
    public async Task What_was_not_said_again_for_a_year_is_forgotten()
    {
        var clock = new ShiftedTime(TimeProvider.System.GetUtcNow());
        await using var app = WarmlineApplication.OpenWith(services => services.AddSingleton<TimeProvider>(clock), Key);
        var customer = await app.OpenChatAsync();
        await TradeAsync(app, customer, Token("7"));
        await customer.AskAsync("My number is +48 601 234 567", Cancel);
        Assert.Single(await app.StoredAsync<KnownFact>());

        clock.Advance(TimeSpan.FromDays(366));
        await TradeAsync(app, await app.OpenChatAsync(), ShopSignature.Token(new { sub = "8", aud = "warmline", exp = clock.GetUtcNow().AddMinutes(20).ToUnixTimeSeconds(), jti = Guid.NewGuid() }));

        Assert.Empty(await app.StoredAsync<KnownFact>());
    }

    [Fact]
    public async Task The_number_of_the_account_is_taken_for_the_call_and_shown_back()
    {
        await using var app = WarmlineApplication.Open(Key);
        var customer = await app.OpenChatAsync();
        await TradeAsync(app, customer, ShopSignature.Token(new { sub = "9", phone = "+48 601 234 999", aud = "warmline", exp = ShopSignature.In(TimeSpan.FromMinutes(20)), jti = Guid.NewGuid() }));

        var when = await customer.AskAsync("Please call me back", Cancel);
        await customer.AskAsync("any time", Cancel);
        var summary = await customer.AskAsync("the mug has a crack", Cancel);

        Assert.EndsWith(WarmlineApplication.Label("Callback.AskWhen", "en"), when, StringComparison.Ordinal);
        Assert.Contains("+48601234999", summary, StringComparison.Ordinal);
    }

    private static string Token(string customer, int minutes = 20) => ShopSignature.Token(new
    {
        sub = customer,
        email = "anna@example.com",
        aud = "warmline",
        exp = ShopSignature.In(TimeSpan.FromMinutes(minutes)),
        jti = Guid.NewGuid(),
    });

    private static async Task<string?> TradeAsync(WarmlineApplication app, Customer customer, string? identity)
    {
        using var answer = await app.Http.PostAsJsonAsync("/chat/session", new { visitorKey = customer.VisitorKey, identity }, Cancel);
        answer.EnsureSuccessStatusCode();
        var session = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        return session.TryGetProperty("identity", out var said) ? said.GetString() : null;
    }

    private static async Task<IReadOnlyDictionary<string, string>> KnownFactsAsync(WarmlineApplication app, Customer customer) =>
        (await app.Services.GetRequiredService<BotTurns>().LoadAsync(customer.ConversationId, Cancel))!.Facts;

    // What the next turn would see.
    private static async Task<VouchedCustomer?> KnownAsync(WarmlineApplication app, Customer customer) =>
        (await app.Services.GetRequiredService<BotTurns>().LoadAsync(customer.ConversationId, Cancel))!.Customer;
}
