using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Warmline.Handoff.Conversations;
using Warmline.TestSupport;

namespace Warmline.Handoff.Tests.Conversations;

/// <summary>Rings between two nodes through Redis, and what becomes of them when it is away.</summary>
public sealed class BellBetweenNodesTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly List<ConversationBellBridge> _bridges = [];
    private readonly ConcurrentQueue<string> _warnings = [];
    private readonly string _prefix = $"test-{Guid.NewGuid():N}/";

    [Fact]
    public async Task A_ring_is_heard_on_the_other_node_with_who_is_typing_and_once_at_home()
    {
        await using var one = await OpenAsync(Port());
        await using var two = await OpenAsync(Port());
        await ListeningAsync();
        var (heard, atHome) = (new TaskCompletionSource<Ring>(), 0);
        using var there = two.Bell.Listen("c1", ring => heard.TrySetResult(ring));
        using var here = one.Bell.Listen("c1", _ => atHome++);

        one.Bell.Ring("c1", new Ring(new Typing(AuthorRole.Agent, "Ola")));

        Assert.Equal(new Typing(AuthorRole.Agent, "Ola"), (await heard.Task.WaitAsync(Patience, HandoffHouse.Cancel)).Typing);
        await HeardAsync(two, one, "c2");
        Assert.Equal(1, atHome);
    }

    [Fact]
    public async Task A_Redis_that_is_away_at_the_start_is_found_later()
    {
        await using var cable = new Cable("127.0.0.1", Port());
        await cable.CutAsync();
        await using var one = await OpenAsync(cable.Port);
        await using var two = await OpenAsync(Port());
        await one.StartAsync();
        await one.CustomerSaysAsync("c1", "said all the same");

        cable.Mend();
        await ListeningAsync();

        await HeardAsync(one, two, "c1");
        await HeardAsync(two, one, "c1");
    }

    [Fact]
    public async Task A_Redis_that_goes_away_is_told_once_hurts_nobody_and_is_found_again()
    {
        await using var cable = new Cable("127.0.0.1", Port());
        await using var one = await OpenAsync(cable.Port);
        await using var two = await OpenAsync(Port());
        await ListeningAsync();
        await HeardAsync(one, two, "c1");

        await cable.CutAsync();
        await one.StartAsync();
        for (var n = 0; n < 5000; n++)
        {
            one.Bell.Ring($"c{n}");
        }

        await one.CustomerSaysAsync("c1", "said all the same");
        Assert.Single(await one.LinesAsync("c1"));
        cable.Mend();

        await HeardAsync(one, two, "c1");
        await HeardAsync(two, one, "c1");
        Assert.InRange(_warnings.Count(w => w.Contains("Redis is away", StringComparison.Ordinal)), 1, 3);
    }

    [Theory]
    [InlineData("127.0.0.1:6379,nonsense=1", false)]
    [InlineData(",,", false)]
    [InlineData("127.0.0.1:6379,password=secret", true)]
    [InlineData("", true)]
    public void A_setting_that_cannot_be_read_is_found_at_the_start(string setting, bool isReadable) =>
        Assert.Equal(isReadable, ConversationBellBridge.IsReadable(setting));

    public async ValueTask DisposeAsync()
    {
        foreach (var bridge in _bridges)
        {
            await bridge.StopAsync(CancellationToken.None);
        }
    }

    private static int Port()
    {
        Assert.SkipWhen(TestDatabase.Redis is null, "Needs Redis: build/with-servers.sh dotnet test.");
        return int.Parse(TestDatabase.Redis!.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<HandoffHouse> OpenAsync(int port)
    {
        var house = await HandoffHouse.OpenAsync(
            services => services.AddSingleton(TimeProvider.System).AddLogging(logging => logging.AddProvider(new Kept(_warnings))),
            options => options.Redis = $"127.0.0.1:{port},channelPrefix={_prefix},connectTimeout=1000");
        var bridge = house.Services.GetServices<IHostedService>().OfType<ConversationBellBridge>().Single();
        await bridge.StartAsync(HandoffHouse.Cancel);
        _bridges.Add(bridge);
        return house;
    }

    private Task ListeningAsync() => Task.WhenAll(_bridges.Select(b => b.Listening)).WaitAsync(Patience, HandoffHouse.Cancel);

    // Rings until it is heard: rings may get lost, not all of them.
    private static async Task HeardAsync(HandoffHouse from, HandoffHouse to, string topic)
    {
        var heard = new TaskCompletionSource();
        using var listening = to.Bell.Listen(topic, _ => heard.TrySetResult());
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        var end = TimeProvider.System.GetUtcNow() + Patience;
        do
        {
            from.Bell.Ring(topic);
        }
        while (await again.WaitForNextTickAsync(HandoffHouse.Cancel) && !heard.Task.IsCompleted && TimeProvider.System.GetUtcNow() < end);
        Assert.True(heard.Task.IsCompleted);
    }

    private sealed class Kept(ConcurrentQueue<string> warnings) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                warnings.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
