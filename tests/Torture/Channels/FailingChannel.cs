using System.Collections.Concurrent;
using System.Globalization;
using Warmline.TestSupport.Channels;
using Warmline.Torture.InServer;
using Warmline.Torture.Judging;
using Warmline.Torture.Servers;

namespace Warmline.Torture.Channels;

/// <summary>A channel whose connector is busy, broken, slow, cut off after it took a line, or not there at all. It knows what it really carried out.</summary>
internal sealed class FailingChannel : IAsyncDisposable
{
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Gone = TimeSpan.FromSeconds(3);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<SentLine>> _sent = new(StringComparer.Ordinal);
    private readonly Random _random;
    private readonly TimeProvider _time;
    private FakeChannel _channel = null!;
    private Func<long> _killedAt = () => 0;
    private Court? _court;

    private FailingChannel(TortureOptions options, string folder)
    {
        _random = new Random(Seeds.Of(options.Seed, 2000));
        _time = options.ClockJumps > 0 ? new JumpingClock(TestBed.ClockFileOf(folder)) : TimeProvider.System;
    }

    public string Address => _channel.Address;

    public bool IsThere { get; private set; }

    /// <summary>The settings by which the bot is registered here.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Warmline:BotFramework:AppId", FakeChannel.AppId),
        new("Warmline:BotFramework:TenantId", "of-no-worth"),
        new("Warmline:BotFramework:ClientSecret", "of no worth"),
        new("Warmline:BotFramework:OpenIdMetadata", $"{_channel.OpenIdMetadata}"),
        new("Warmline:BotFramework:LoginEndpoint", Address),
        new("Warmline:BotFramework:AllowedServiceHosts:0", Address),
        new("Warmline:BotFramework:CallTimeout", $"{CallTimeout:c}"),
        new("Warmline:BotFramework:UnknownKeyPause", "00:00:01"),
    ];

    public static async Task<FailingChannel> OpenAsync(TortureOptions options, string folder)
    {
        var channel = new FailingChannel(options, folder);
        await channel.StartAsync(0);
        return channel;
    }

    public void Watch(Cluster cluster, Court court) => (_killedAt, _court) = (() => cluster.KilledAt, court);

    /// <summary>A message as this channel delivers it, and the token that goes with it.</summary>
    public (object Activity, string Token) Message(string id, string text, string conversation)
    {
        var message = _channel.Message(text, conversation);
        message.Id = id;
        return (message, _channel.Token());
    }

    /// <summary>What was carried out in a conversation, in order.</summary>
    public IReadOnlyList<SentLine> Sent(string conversation) => [.. _sent.GetValueOrDefault(conversation) ?? []];

    public void Forget(string conversation) => _sent.TryRemove(conversation, out _);

    /// <summary>Refuses connections for a while.</summary>
    public async Task VanishAsync(CancellationToken cancellationToken)
    {
        var port = new Uri(Address).Port;
        IsThere = false;
        await _channel.DisposeAsync();
        await Task.Delay(Gone, TimeProvider.System, cancellationToken);
        await StartAsync(port);
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private async Task StartAsync(int port)
    {
        _channel = await FakeChannel.StartAsync(_time, port);
        _channel.Connector.IsRecording = false;
        _channel.Connector.Mood = Decide;
        IsThere = true;
    }

    private ChannelTrouble? Decide(ConnectorCall call)
    {
        var (trouble, isDone) = Next();
        _court?.Count($"calls of the connector: {Name(trouble)}");
        if (isDone && call.Text is { } text)
        {
            var line = new SentLine(text, TimeProvider.System.GetTimestamp(), _killedAt(), trouble is not null);
            _sent.GetOrAdd(ConversationOf(call.Path), _ => new ConcurrentQueue<SentLine>()).Enqueue(line);
        }

        return trouble;
    }

    // /amer/v3/conversations/{id}/activities…
    private static string ConversationOf(string path) => Uri.UnescapeDataString(path.Split('/')[4]);

    private static string Name(ChannelTrouble? trouble) => trouble switch
    {
        null => "good",
        { IsCut: true } or { IsCutInAnswer: true } => "done, answer cut",
        { Delay.Ticks: > 0 } => "done, too slow to answer",
        _ => trouble.Status.ToString(CultureInfo.InvariantCulture),
    };

    private (ChannelTrouble? Trouble, bool IsDone) Next()
    {
        lock (_random)
        {
            return _random.Next(100) switch
            {
                < 8 => (ChannelTrouble.Busy("1"), false),
                < 15 => (ChannelTrouble.Of(500), false),
                < 19 => (new ChannelTrouble { IsCut = true }, true),
                < 22 => (new ChannelTrouble { IsCutInAnswer = true }, true),
                < 23 => (new ChannelTrouble { Delay = CallTimeout * 2 }, true),
                _ => (null, true),
            };
        }
    }
}
