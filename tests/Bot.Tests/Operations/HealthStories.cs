using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Warmline.Bot.Tests.Stories;
using Warmline.Handoff;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Observing;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Operations;

public sealed class HealthStories
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task A_node_that_can_serve_says_so_in_one_word()
    {
        await using var app = WarmlineApplication.Open();

        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync(app, "/health/live"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(app, "/health/ready"));
    }

    [Fact]
    public async Task Without_its_tables_a_node_is_not_ready_and_strangers_learn_no_more()
    {
        await using var app = WarmlineApplication.Open();
        await using (var db = app.Services.GetRequiredService<HandoffDatabase>().Open())
        {
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM {HandoffDb.HistoryTable}", Cancel);
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync(app, "/health/ready"));
        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync(app, "/health/live"));
    }

    [Fact]
    public async Task After_a_full_disk_a_node_is_ready_again_only_when_a_real_write_succeeds()
    {
        await using var app = WarmlineApplication.Open();
        var (database, trouble) = (app.Services.GetRequiredService<HandoffDatabase>(), app.Services.GetRequiredService<StorageTrouble>());
        await using var other = new SqliteConnection(app.Services.GetRequiredService<IOptions<HandoffOptions>>().Value.ConnectionString);
        await other.OpenAsync(Cancel);
        await Assert.ThrowsAnyAsync<Exception>(() => database.WriteAsync<bool>(
            _ => throw new DbUpdateException("", new SqliteException("full", 13)), Cancel));
        await database.WriteAsync(_ => Task.FromResult("without effect"), Cancel);

        await using (await other.BeginTransactionAsync(Cancel))
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync(app, "/health/ready"));
            Assert.True(trouble.IsNow);
        }

        await ReadyAgainAsync(app);
        Assert.False(trouble.IsNow);
    }

    [Fact]
    public async Task While_there_is_no_room_for_a_line_its_customer_gets_a_calm_error_and_when_there_is_it_is_stored_once()
    {
        await using var app = WarmlineApplication.Open();
        var customer = await app.OpenChatAsync();
        await app.Services.GetRequiredService<HandoffDatabase>().WriteAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1"), Cancel);

        var (taken, answer) = (0, HttpStatusCode.OK);
        while ((answer = await PostAsync(customer, taken)) == HttpStatusCode.OK)
        {
            Assert.InRange(++taken, 0, 200);
        }

        // After trouble the file is opened anew, and with that there is room.
        Assert.Equal(HttpStatusCode.InternalServerError, answer);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(customer, taken));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(customer, taken));
        var lines = (await app.Agent.LinesAsync(customer.ConversationId)).Where(line => line.Role == AuthorRole.Customer);
        Assert.Equal(Enumerable.Range(0, taken + 1), lines.Select(line => int.Parse(line.Text.Split(' ')[0], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_thousand_probes_in_one_second_ask_the_database_once()
    {
        var (counted, clock) = (new CountingCheck(), new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        await using var app = WarmlineApplication.OpenWith(services =>
            services.AddSingleton<TimeProvider>(clock).AddHealthChecks().AddCheck("counted", counted, tags: ["ready"]));

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => AskAsync(app, "/health/ready")));
        Assert.Equal(1, counted.Times);

        clock.Advance(TimeSpan.FromSeconds(1.1));
        await AskAsync(app, "/health/ready");
        await AskAsync(app, "/health/ready");
        Assert.Equal(2, counted.Times);
    }

    [Fact]
    public async Task A_check_that_hangs_or_throws_makes_the_node_not_ready_and_the_probe_is_answered()
    {
        var never = new TaskCompletionSource<HealthCheckResult>();
        await using var hanging = Broken(() => never.Task);
        await using var throwing = Broken(() => throw new InvalidOperationException("secret detail"));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync(hanging, "/health/ready"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync(throwing, "/health/ready"));
        never.SetResult(HealthCheckResult.Healthy());
    }

    [Fact]
    public async Task What_only_slows_the_house_leaves_it_ready()
    {
        await using var app = Broken(() => Task.FromResult(HealthCheckResult.Degraded("the bell")));

        Assert.Equal((HttpStatusCode.OK, "Degraded"), await AskAsync(app, "/health/ready"));
    }

    [Fact]
    public async Task The_clock_and_the_lanes_beat()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var pulse = new ClockPulse(clock);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(TimeSpan.FromMinutes(5), pulse.Age);

        await using var app = WarmlineApplication.Open();
        var handoff = app.Services.GetRequiredService<HandoffClock>();
        var before = handoff.Pulse.Age;
        await handoff.RunOnceAsync(Cancel);
        Assert.True(handoff.Pulse.Age < before + TimeSpan.FromSeconds(1));
        Assert.True(app.Services.GetRequiredService<Warmline.Bot.Conversing.BotLanes>().SinceLastLook < TimeSpan.FromSeconds(10));
    }

    private static async Task<HttpStatusCode> PostAsync(Customer customer, int number)
    {
        using var answer = await customer.TryPostAsync(
            JsonContent.Create(new { type = "message", text = $"{number} {new string('x', 9000)}", channelData = new { clientActivityID = $"line-{number}" } }), Cancel);
        Assert.DoesNotContain("SQLite", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.OrdinalIgnoreCase);
        return answer.StatusCode;
    }

    private static WarmlineApplication Broken(Func<Task<HealthCheckResult>> check) => WarmlineApplication.OpenWith(services =>
        services.AddHealthChecks().AddAsyncCheck("broken", check, tags: ["ready"]));

    private static async Task ReadyAgainAsync(WarmlineApplication app)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while ((await AskAsync(app, "/health/ready")).Status != HttpStatusCode.OK)
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(WarmlineApplication app, string path)
    {
        using var answer = await app.Http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private sealed class CountingCheck : IHealthCheck
    {
        private int _times;

        public int Times => _times;

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _times);
            return Task.FromResult(HealthCheckResult.Healthy());
        }
    }
}
