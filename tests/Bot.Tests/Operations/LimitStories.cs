using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Warmline.Bot.Tests.Stories;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Operations;

public sealed class LimitStories
{
    private const string Secret = "the-secret-of-the-site";
    private const string Conversations = "/v3/directline/conversations";

    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task A_customer_who_writes_too_fast_is_told_when_to_go_on_and_loses_nothing_that_was_taken()
    {
        await using var app = WarmlineApplication.Open(("Warmline:Limits:PostsPerVisitor:AtOnce", "3"), ("Warmline:Limits:PostsPerVisitor:PerMinute", "1"));
        var customer = await app.OpenChatAsync();
        var other = await app.OpenChatAsync();

        var answers = new List<HttpStatusCode>();
        for (var line = 0; line < 5; line++)
        {
            using var answer = await customer.TryPostAsync(JsonContent.Create(new { type = "message", text = $"line {line}" }), Cancel);
            answers.Add(answer.StatusCode);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                await AssertTooManyAsync(answer);
            }
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, (HttpStatusCode)429, (HttpStatusCode)429], answers);
        Assert.Equal(3, (await app.Agent.LinesAsync(customer.ConversationId)).Count(line => line.Role == Handoff.Conversations.AuthorRole.Customer));
        Assert.NotEmpty(await other.AskAsync("Hello", Cancel));
    }

    [Fact]
    public async Task By_default_fifty_lines_in_one_breath_are_taken()
    {
        await using var app = WarmlineApplication.Open();
        var customer = await app.OpenChatAsync();

        for (var line = 0; line < 50; line++)
        {
            await customer.SayAsync($"and another thing, {line}", Cancel);
        }
    }

    [Fact]
    public async Task One_address_opens_so_many_chats_and_another_is_not_hurt()
    {
        await using var app = BehindProxy(("Warmline:Limits:SessionsPerAddress:AtOnce", "2"), ("Warmline:Limits:SessionsPerAddress:PerMinute", "1"));

        Assert.Equal(HttpStatusCode.OK, await SessionAsync(app, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.OK, await SessionAsync(app, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SessionAsync(app, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.OK, await SessionAsync(app, "203.0.113.8"));
    }

    [Fact]
    public async Task An_IPv6_customer_does_not_get_more_by_changing_the_last_half_of_the_address()
    {
        await using var app = BehindProxy(("Warmline:Limits:SessionsPerAddress:AtOnce", "1"), ("Warmline:Limits:SessionsPerAddress:PerMinute", "1"));

        Assert.Equal(HttpStatusCode.OK, await SessionAsync(app, "2001:db8:1:1::1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SessionAsync(app, "2001:db8:1:1::2"));
        Assert.Equal(HttpStatusCode.OK, await SessionAsync(app, "2001:db8:1:2::1"));
    }

    [Fact]
    public async Task A_forged_forwarded_address_changes_nothing()
    {
        await using var app = BehindProxy(("Warmline:Limits:SessionsPerAddress:AtOnce", "1"), ("Warmline:Limits:SessionsPerAddress:PerMinute", "1"));

        // The proxy writes whom it saw at the end; what stands before came from the customer.
        Assert.Equal(HttpStatusCode.OK, await SessionAsync(app, "198.51.100.1, 203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SessionAsync(app, "198.51.100.2, 203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SessionAsync(app, "127.0.0.1, 203.0.113.7"));
    }

    [Fact]
    public async Task Without_a_named_proxy_forwarded_addresses_are_only_words()
    {
        await using var app = WarmlineApplication.Open(("Warmline:Limits:SessionsPerAddress:AtOnce", "1"));

        // Everybody is 127.0.0.1 here, and this machine itself is not limited per address.
        Assert.Equal(HttpStatusCode.OK, await SessionAsync(app, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.OK, await SessionAsync(app, "203.0.113.7"));
    }

    [Theory, InlineData("Warmline:DirectLine:Secrets:0"), InlineData("Warmline:DirectLine:Sites:second:Secrets:0")]
    public async Task A_shops_own_server_is_not_limited_and_a_guessed_secret_is(string setting)
    {
        await using var app = BehindProxy(
            ("Warmline:Limits:SessionsPerAddress:AtOnce", "1"), ("Warmline:Limits:SessionsPerAddress:PerMinute", "1"), (setting, Secret));

        for (var visitor = 0; visitor < 5; visitor++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, HttpMethod.Post, "/v3/directline/tokens/generate", Secret));
        }

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(app, HttpMethod.Post, "/v3/directline/tokens/generate", "a-guess"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(app, HttpMethod.Post, "/v3/directline/tokens/generate", "another-guess"));
    }

    [Fact]
    public async Task A_client_that_polls_too_often_hears_nothing_new_and_never_an_error()
    {
        await using var app = WarmlineApplication.Open(("Warmline:Limits:PollsPerVisitor:AtOnce", "1"), ("Warmline:Limits:PollsPerVisitor:PerMinute", "1"));
        var customer = await app.OpenChatAsync();
        var path = $"{Conversations}/{customer.ConversationId}/activities?watermark=";

        using var first = await customer.SendAsync(HttpMethod.Get, path, null, Cancel);
        using var second = await customer.SendAsync(HttpMethod.Get, path + "7", null, Cancel);
        using var reconnect = await customer.SendAsync(HttpMethod.Get, $"{Conversations}/{customer.ConversationId}", null, Cancel);

        Assert.NotEqual(0, (await PageAsync(first)).GetProperty("activities").GetArrayLength());
        var page = await PageAsync(second);
        Assert.Equal((HttpStatusCode.OK, 0, "7"), (second.StatusCode, page.GetProperty("activities").GetArrayLength(), page.GetProperty("watermark").GetString()));
        await AssertTooManyAsync(reconnect);
    }

    [Fact]
    public async Task So_many_sockets_stay_open_and_a_closed_one_makes_room()
    {
        await using var app = WarmlineApplication.Open(("Warmline:Limits:SocketsPerVisitor", "1"));
        var customer = await app.OpenChatAsync();

        using var again = await Stream.TryOpenAsync(customer, Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, again.Status);

        await customer.DisposeAsync();
        await ReleasedAsync(customer);
    }

    [Theory]
    [InlineData("Warmline:Limits:PostsPerVisitor:AtOnce", "0", "PostsPerVisitor")]
    [InlineData("Warmline:Limits:SocketsPerVisitor", "0", "SocketsPerVisitor")]
    [InlineData("Warmline:TrustedProxies:0", "my-proxy", "TrustedProxies")]
    public async Task A_senseless_setting_stops_the_start_and_is_named(string setting, string value, string named)
    {
        var folder = WarmlineApplication.NewFolder();

        var (exitCode, _, errors) = await BuiltProgram.RunAsync(folder, $"--{setting}={value}", "--Logging:LogLevel:Default=None");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("Warmline did not start. ", errors, StringComparison.Ordinal);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private static WarmlineApplication BehindProxy(params (string, string)[] settings) =>
        WarmlineApplication.Open([.. settings, ("Warmline:TrustedProxies:0", "127.0.0.0/8"), ("Warmline:TrustedProxies:1", "::1")]);

    private static async Task ReleasedAsync(Customer customer)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var opened = await Stream.TryOpenAsync(customer, patience.Token);
            if (opened.Status == HttpStatusCode.SwitchingProtocols)
            {
                return;
            }
        }
    }

    private static async Task AssertTooManyAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("Retry-After", answer.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
        var error = (await PageAsync(answer)).GetProperty("error");
        Assert.Equal("TooManyRequests", error.GetProperty("code").GetString());
        Assert.NotEqual("", error.GetProperty("message").GetString());
    }

    private static Task<JsonElement> PageAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);

    private static async Task<HttpStatusCode> SessionAsync(WarmlineApplication app, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/session")
        {
            Content = new StringContent($$"""{"visitorKey":"{{Customer.NewVisitorKey()}}"}""", MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        using var answer = await app.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> StatusAsync(WarmlineApplication app, HttpMethod method, string path, string secret)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var answer = await app.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
