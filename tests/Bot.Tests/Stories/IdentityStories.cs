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

    // What the next turn would see.
    private static async Task<VouchedCustomer?> KnownAsync(WarmlineApplication app, Customer customer) =>
        (await app.Services.GetRequiredService<BotTurns>().LoadAsync(customer.ConversationId, Cancel))!.Customer;
}
