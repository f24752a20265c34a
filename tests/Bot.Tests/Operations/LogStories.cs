using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using Warmline.Bot.Shop;
using Warmline.Bot.Tests.Stories;
using Warmline.Handoff.Tasks;

namespace Warmline.Bot.Tests.Operations;

public sealed class LogStories
{
    private const string Email = "ludwika.planted@example.com";
    private const string Phone = "+48 601 777 123";
    private const string BarePhone = "48601777123";
    private const string Order = "LL-7391";
    private const string Name = "Ludwika";
    private const string Words = "porcelain heron";
    private const string Address = "203.0.113.77";
    private const string Token = "eyJplantedtoken";

    private static readonly string[] Planted = [Email, Phone, BarePhone, Order, Name, Words, Address, Token];

    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task Nothing_of_a_customer_is_in_the_logs_whatever_happens()
    {
        using var logs = new CapturedLogs();
        await using var app = Open(logs);

        await LiveThroughEverythingAsync(app);

        Assert.Contains(logs.Lines, line => line.Contains("failed (try 1)", StringComparison.Ordinal) && line.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.Contains(logs.Lines, line => line.Contains("TaskFailed", StringComparison.Ordinal) || line.Contains("A task of kind", StringComparison.Ordinal));
        Assert.Empty(from line in logs.Lines from planted in Planted where line.Contains(planted, StringComparison.OrdinalIgnoreCase) select $"{planted}: {line}");
    }

    [Fact]
    public async Task A_failed_turn_is_logged_with_its_conversation_its_trace_and_where_it_broke()
    {
        using var logs = new CapturedLogs();
        await using var app = Open(logs);
        var customer = await app.OpenChatAsync();

        await customer.AskAsync($"Where is my order {Order}? My e-mail is {Email}", Cancel);

        var line = logs.Lines.First(l => l.Contains("failed (try 1)", StringComparison.Ordinal));
        Assert.Contains($"ConversationId={customer.ConversationId}", line, StringComparison.Ordinal);
        Assert.Matches("TraceId[:=][0-9a-f]{32}", line);
        Assert.Contains("   at Warmline.Bot.Dialogs", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_messages_switched_on_for_a_hunt_they_are_there()
    {
        using var logs = new CapturedLogs();
        await using var app = Open(logs, ("Warmline:Logs:ExceptionMessages", "true"));
        var customer = await app.OpenChatAsync();

        await customer.AskAsync($"Where is my order {Order}? My e-mail is {Email}", Cancel);

        Assert.Contains(logs.Lines, line => line.Contains(Email, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_path_of_a_request_which_may_be_anything_is_not_in_the_scope_of_its_log_lines()
    {
        using var logs = new CapturedLogs();
        await using var app = Open(logs);
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger<LogStories>();

        // As ASP.NET Core opens it round every request.
        using (log.BeginScope(new Dictionary<string, object> { ["RequestId"] = "0HN:1", ["RequestPath"] = $"/no/such/{Email}" }))
        {
            log.Log(LogLevel.Warning, default, "Something went wrong.", null, (words, _) => words);
        }

        var line = Assert.Single(logs.Lines, l => l.Contains("Something went wrong.", StringComparison.Ordinal));
        Assert.Contains("RequestId=0HN:1", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Email, line, StringComparison.Ordinal);
    }

    private static WarmlineApplication Open(CapturedLogs logs, params (string, string)[] settings)
    {
        var shop = new Mock<IShop>();
        shop.SetupGet(port => port.Policy).Returns(DemoShop.Returns());
        shop.Setup(port => port.FindOrderAsync(It.IsAny<string>(), It.IsAny<OrderProof>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException($"no row for {Order} of {Email}", new IOException(Words)));
        shop.Setup(port => port.FindOrderAsync("LL-2442", It.IsAny<OrderProof>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ShopUnavailableException($"{Email} timed out", new IOException(Phone)));
        return WarmlineApplication.OpenWith(
            services => services.AddSingleton(shop.Object).AddSingleton<ILoggerProvider>(logs), [.. settings, ("Warmline:TrustedProxies:0", "127.0.0.1"), ("Warmline:Limits:PostsPerVisitor:AtOnce", "12")]);
    }

    private static async Task LiveThroughEverythingAsync(WarmlineApplication app)
    {
        app.Http.DefaultRequestHeaders.Add("X-Forwarded-For", Address);
        var customer = await app.OpenChatAsync();
        await customer.AskAsync($"I am {Name}, the {Words} is broken, {Email}, {Phone}", Cancel);
        await customer.AskAsync($"Where is my order LL-2442? My e-mail is {Email}", Cancel);
        await app.Services.GetRequiredService<TaskWorker>().RunOnceAsync(Cancel);

        var caller = await app.OpenChatAsync();
        await caller.AskAsync("Please call me back", Cancel);
        await caller.AskAsync(Phone, Cancel);
        await caller.AskAsync("tomorrow after 3 pm", Cancel);
        await caller.AskAsync(Words, Cancel);

        var unlucky = await app.OpenChatAsync();
        await unlucky.AskAsync($"Where is my order {Order}? My e-mail is {Email}", Cancel);
        await app.Agent.GoOnDutyAsync();
        await app.Agent.AcceptAsync(unlucky.ConversationId);
        await app.Agent.SayAsync(unlucky.ConversationId, $"{Name}, I will send the {Words} to {Email}");
        await app.Agent.CloseAsync(unlucky.ConversationId);

        await KnockAsync(app, customer);
        for (var line = 0; line < 20; line++)
        {
            (await customer.TryPostAsync(Json($$"""{"type":"message","text":"{{Words}} {{line}}"}"""), Cancel)).Dispose();
        }
    }

    // What reaches the doors and is turned away there.
    private static async Task KnockAsync(WarmlineApplication app, TestSupport.Customer customer)
    {
        foreach (var path in new[]
        {
            $"/no/such/{Email}?t={Token}", $"/desk/{Name}?phone={BarePhone}", $"/chat/transcript?timezone={Words}&t={Token}",
            $"/v3/directline/conversations/{Email}/stream?t={Token}", $"/v3/directline/conversations/{customer.ConversationId}/stream?t={Token}&watermark={Words}",
            $"/v3/directline/conversations/{Email}/activities?watermark={BarePhone}", $"/no/%00{Name}",
        })
        {
            (await app.Http.GetAsync(new Uri(path.Replace(' ', '+'), UriKind.Relative), Cancel)).Dispose();
        }

        foreach (var body in new[] { Words, $$"""{"type":"{{Email}}"}""", "{\"type\":\"message\",\"text\":{\"" + Words + "\":1}}", "{\"a\":" + new string('[', 500) })
        {
            (await customer.TryPostAsync(Json(body), Cancel)).Dispose();
            (await app.Http.PostAsync(new Uri("/chat/session", UriKind.Relative), Json(body), Cancel)).Dispose();
        }
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
}
