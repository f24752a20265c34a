using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Warmline.Bot.Observing;
using Warmline.Bot.Shop;
using Warmline.Bot.Tests.Stories;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Observing;

namespace Warmline.Bot.Tests.Operations;

public sealed class MetricStories
{
    private const string Meter = "Warmline";

    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task A_line_is_timed_in_every_room_it_passes()
    {
        await using var app = WarmlineApplication.Open();
        using var rooms = Collect<double>(app, "warmline.room.duration");
        using var turns = Collect<long>(app, "warmline.turns");
        using var whole = Collect<double>(app, "warmline.turn.duration");
        using var lines = Collect<long>(app, "warmline.lines.appended");
        using var groups = Collect<int>(app, "warmline.commit.writes");
        var customer = await app.OpenChatAsync();

        await customer.AskAsync("Hello", Cancel);
        await rooms.WaitForMeasurementsAsync(8, Cancel);

        Assert.Equal(
            ["commit", "decide", "deliver", "load", "store", "wait"],
            rooms.GetMeasurementSnapshot().Select(m => (string)m.Tags["room"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(rooms.GetMeasurementSnapshot(), m => Assert.InRange(m.Value, 0, 60));
        Assert.All(turns.GetMeasurementSnapshot(), m => Assert.Equal("committed", m.Tags["outcome"]));
        Assert.Single(whole.GetMeasurementSnapshot());
        Assert.Equal(1, Sum(lines, "role", "customer"));
        Assert.True(Sum(lines, "role", "bot") >= 2);
        Assert.All(groups.GetMeasurementSnapshot(), m => Assert.InRange(m.Value, 1, 64));
    }

    [Fact]
    public void A_bell_that_rang_for_nothing_makes_no_later_delivery_look_slow()
    {
        var clock = new FakeTimeProvider();
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        using var rooms = new MetricCollector<double>(meters, Meter, "warmline.room.duration");
        var bell = new ConversationBell();
        var streams = new OpenStreams(bell, meters, new RoomTimes(meters, clock), clock);
        using var listening = streams.Listen("c1", _ => { });

        bell.Ring("c1");
        streams.Read("c1", anything: false);
        clock.Advance(TimeSpan.FromMinutes(1));
        bell.Ring("c1");
        streams.Read("c1", anything: true);

        Assert.Equal(0, Assert.Single(rooms.GetMeasurementSnapshot()).Value);
    }

    [Fact]
    public async Task A_turn_that_fails_and_gives_up_is_counted_as_both()
    {
        var shop = new Mock<IShop>();
        shop.SetupGet(port => port.Policy).Returns(DemoShop.Returns());
        shop.Setup(port => port.FindOrderAsync(It.IsAny<string>(), It.IsAny<OrderProof>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException());
        await using var app = WarmlineApplication.OpenWith(services => services.AddSingleton(shop.Object));
        using var turns = Collect<long>(app, "warmline.turns");
        var customer = await app.OpenChatAsync();

        await customer.AskAsync(Spoken.In("en").OneLine, Cancel);
        await turns.WaitForMeasurementsAsync(4, Cancel);

        Assert.Equal((2, 1), (Sum(turns, "outcome", "failed"), Sum(turns, "outcome", "gave_up")));
    }

    [Fact]
    public async Task Who_waits_is_shown_from_memory_and_read_only_while_somebody_listens()
    {
        await using var app = WarmlineApplication.Open();
        var watch = app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<BacklogWatch>().Single();
        var customer = await app.OpenChatAsync();
        await customer.AskAsync("I want to talk to a person", Cancel);
        await watch.RunOnceAsync(Cancel);

        using var length = Collect<int>(app, "warmline.queue.length");
        using var oldest = Collect<double>(app, "warmline.queue.oldest");
        using var lag = Collect<double>(app, "warmline.reader.lag");
        using var sockets = Collect<int>(app, "warmline.sockets.open");
        length.RecordObservableInstruments();
        Assert.Equal(0, length.LastMeasurement!.Value);

        await watch.RunOnceAsync(Cancel);
        length.RecordObservableInstruments();
        oldest.RecordObservableInstruments();
        lag.RecordObservableInstruments();
        sockets.RecordObservableInstruments();

        Assert.Equal(1, length.LastMeasurement!.Value);
        Assert.True(oldest.LastMeasurement!.Value > 0);
        Assert.Equal("bot", lag.LastMeasurement!.Tags["reader"]);
        Assert.Equal(1, sockets.LastMeasurement!.Value);
    }

    private static MetricCollector<T> Collect<T>(WarmlineApplication app, string name) where T : struct =>
        new(app.Services.GetRequiredService<IMeterFactory>(), Meter, name);

    private static long Sum(MetricCollector<long> collector, string tag, string value) =>
        collector.GetMeasurementSnapshot().Where(m => Equals(m.Tags[tag], value)).Sum(m => m.Value);
}
