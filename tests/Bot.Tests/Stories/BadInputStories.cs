using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Warmline.Handoff.Conversations;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

public sealed class BadInputStories(StoryShop shop) : IClassFixture<StoryShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("""{"text":"no type"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"conversationUpdate"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"trace"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"event"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","text":{"a":1}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","text":"hi","from":{"id":"x","role":"bot"}}""", HttpStatusCode.BadRequest)]
    public async Task What_is_no_activity_of_a_customer_is_refused_and_leaves_no_trace(string body, HttpStatusCode status)
    {
        var customer = await shop.App.OpenChatAsync();
        var before = (await shop.App.Agent.LinesAsync(customer.ConversationId)).Count;

        using var answer = await customer.TryPostAsync(new StringContent(body, Encoding.UTF8, "application/json"), Cancel);

        Assert.Equal(status, answer.StatusCode);
        var said = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("\"error\"", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
        Assert.Equal(before, (await shop.App.Agent.LinesAsync(customer.ConversationId)).Count);
        Assert.NotEmpty(await customer.AskAsync("Hello", Cancel));
    }

    [Theory]
    [InlineData("suggestedActions", "{\"actions\":[null]}")]
    [InlineData("attachments", "[null]")]
    [InlineData("entities", "[null,null]")]
    [InlineData("textFormat", "\"markdown\"")]
    public async Task A_strange_part_is_let_go_and_the_words_are_answered(string field, string value)
    {
        var customer = await shop.App.OpenChatAsync();
        var words = $"{new string('>', 200)}Hello";

        using var answer = await customer.TryPostAsync(
            new StringContent($$"""{"type":"message","text":"{{words}}","{{field}}":{{value}}}""", Encoding.UTF8, "application/json"), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await customer.NextTurnAsync(Cancel));
        Assert.Contains(await shop.App.Agent.LinesAsync(customer.ConversationId), line => line.Text == words);
    }

    [Fact]
    public async Task What_stands_twice_in_one_object_is_refused_and_everything_else_can_still_be_read()
    {
        var customer = await shop.App.OpenChatAsync();

        using var answer = await customer.TryPostAsync(
            new StringContent("""{"type":"message","text":"Hello","channelData":{"a":1,"a":2}}""", Encoding.UTF8, "application/json"), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty(await customer.AskAsync("Hello", Cancel));
    }

    [Fact]
    public async Task Words_made_of_parts_that_are_no_text_have_an_end_too()
    {
        var customer = await shop.App.OpenChatAsync();

        await customer.PostAsync(new { type = "message", value = new string('x', 100_000) }, Cancel);
        await customer.NextTurnAsync(Cancel);

        var line = (await shop.App.Agent.LinesAsync(customer.ConversationId)).Single(l => l.Role == AuthorRole.Customer);
        Assert.Equal(20_000, line.Text.Length);
    }

    [Theory]
    [InlineData("application/json; charset=x")]
    [InlineData("text/plain")]
    public async Task A_session_asked_for_in_no_JSON_is_refused(string type)
    {
        using var body = new StringContent($$"""{"visitorKey":"{{Customer.NewVisitorKey()}}"}""");
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await shop.App.Http.PostAsync("/chat/session", body, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(10_001)]
    [InlineData(600_000)]
    public async Task What_is_too_large_is_refused_and_the_chat_goes_on(int letters)
    {
        var customer = await shop.App.OpenChatAsync();

        using var answer = await customer.TryPostAsync(JsonContent.Create(new { type = "message", text = new string('x', letters) }), Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.NotEmpty(await customer.AskAsync("Hello", Cancel));
    }

    [Fact]
    public async Task Ten_thousand_letters_and_strange_signs_are_answered()
    {
        var customer = await shop.App.OpenChatAsync();

        Assert.NotEmpty(await customer.AskAsync(new string('ж', 10_000), Cancel));
        Assert.NotEmpty(await customer.AskAsync("\u202E\u0000 \uFFFD {order} [x] {0} %s ${jndi:ldap://x} '; DROP TABLE line;--", Cancel));
    }

    [Fact]
    public async Task Nobody_writes_as_somebody_else()
    {
        var customer = await shop.App.OpenChatAsync();

        await customer.PostAsync(new { type = "message", text = "Hello", from = new { id = "dl_somebodyelse", name = "Shop boss", role = "user" } }, Cancel);
        await customer.NextTurnAsync(Cancel);

        var line = (await shop.App.Agent.LinesAsync(customer.ConversationId)).Single(l => l.Role == AuthorRole.Customer);
        Assert.NotEqual("Shop boss", line.AuthorName);
        Assert.DoesNotContain("dl_somebodyelse", line.Activity!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_stays_words()
    {
        const string Script = "<script>alert(1)</script> **bold** [x](javascript:alert(2))";
        var customer = await shop.App.OpenChatAsync();
        await customer.AskAsync("Please call me back", Cancel);
        await customer.AskAsync("+48 601 234 567", Cancel);
        await customer.AskAsync("any time", Cancel);

        var summary = await customer.AskAsync(Script, Cancel);

        Assert.Contains(Script, summary, StringComparison.Ordinal);
        var bot = (await shop.App.Agent.LinesAsync(customer.ConversationId)).Last(line => line.Role == AuthorRole.Bot);
        Assert.Contains("\"textFormat\":\"plain\"", bot.Activity!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_conversation_and_one_that_is_not_there_are_closed_to_a_token()
    {
        var customer = await shop.App.OpenChatAsync();
        var other = await shop.App.OpenChatAsync();

        foreach (var id in new[] { other.ConversationId, "nosuchconversation" })
        {
            using var read = await customer.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{id}/activities", null, Cancel);
            using var write = await customer.SendAsync(
                HttpMethod.Post, $"/v3/directline/conversations/{id}/activities", JsonContent.Create(new { type = "message", text = "x" }), Cancel);
            Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (read.StatusCode, write.StatusCode));
        }
    }

    [Fact]
    public async Task An_expired_token_is_told_apart_and_the_visitor_key_opens_the_chat_again()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var app = WarmlineApplication.OpenWith(services => services.AddSingleton<TimeProvider>(clock));
        var customer = await app.OpenChatAsync();
        clock.Advance(TimeSpan.FromMinutes(31));

        using var late = await customer.TryPostAsync(JsonContent.Create(new { type = "message", text = "x" }), Cancel);
        var again = await app.EnterAsync("en", customer.VisitorKey);

        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Contains("TokenExpired", await late.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(customer.ConversationId, again.ConversationId);
    }
}
