using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Warmline.Handoff.Conversations;

/// <summary>
/// Carries rings between nodes through Redis. Whatever goes wrong here is only slower: rings are dropped while Redis is away
/// or slow, nobody waits for it, and it is logged once per outage.
/// </summary>
internal sealed class ConversationBellBridge(
    ConversationBell bell, IOptions<HandoffOptions> options, TimeProvider time, ILogger<ConversationBellBridge> log) : BackgroundService
{
    private const int MostWaiting = 1024;
    private const int ReconnectMilliseconds = 1000;
    private static readonly RedisChannel Topic = RedisChannel.Literal("warmline/bell");
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(2);
    private readonly string _node = Guid.NewGuid().ToString("N");
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<PassedRing> _waiting = Channel.CreateBounded<PassedRing>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private int _isAway;

    /// <summary>Rings of other nodes are heard from now on.</summary>
    internal Task Listening => _listening.Task;

    /// <summary>Whether the setting can be read; a server need not be there.</summary>
    internal static bool IsReadable(string? setting)
    {
        try
        {
            return string.IsNullOrWhiteSpace(setting) || ConfigurationOptions.Parse(setting).EndPoints.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!string.IsNullOrWhiteSpace(options.Value.Redis) && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CarryAsync(ConfigurationOptions.Parse(options.Value.Redis), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                Away(error);
                await Task.Delay(AgainAfter, time, CancellationToken.None).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task CarryAsync(ConfigurationOptions settings, CancellationToken stoppingToken)
    {
        await using var redis = await ConnectAsync(settings);
        await ListenAsync(redis, stoppingToken);
        bell.PassOn = (topic, ring) => _waiting.Writer.TryWrite(new PassedRing(_node, topic, ring.Typing));
        try
        {
            await PublishAsync(redis.GetSubscriber(), stoppingToken);
        }
        finally
        {
            bell.PassOn = null;
        }
    }

    private async Task<ConnectionMultiplexer> ConnectAsync(ConfigurationOptions settings)
    {
        // It goes on connecting by itself; nothing is kept for a server that is away.
        settings.AbortOnConnectFail = false;
        settings.BacklogPolicy = BacklogPolicy.FailFast;
        settings.ReconnectRetryPolicy = new LinearRetry(ReconnectMilliseconds);
        var redis = await ConnectionMultiplexer.ConnectAsync(settings);
        redis.ConnectionFailed += (_, failed) => Away(failed.Exception);
        redis.ConnectionRestored += (_, _) => There();
        if (!redis.IsConnected)
        {
            Away(null);
        }

        return redis;
    }

    // Once it is subscribed the client subscribes again after each outage.
    private async Task ListenAsync(ConnectionMultiplexer redis, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await redis.GetSubscriber().SubscribeAsync(Topic, (_, message) => Hear(message));
                There();
                _listening.TrySetResult();
                return;
            }
            catch (Exception error) when (error is RedisException or TimeoutException)
            {
                Away(error);
                await Task.Delay(AgainAfter, time, stoppingToken);
            }
        }
    }

    // Waiting for the answers is what keeps a slow Redis from piling rings up in this process.
    private async Task PublishAsync(ISubscriber publisher, CancellationToken stoppingToken)
    {
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            try
            {
                await Task.WhenAll(TakeAll().Select(ring => publisher.PublishAsync(Topic, JsonSerializer.SerializeToUtf8Bytes(ring))));
            }
            catch (Exception error) when (error is RedisException or TimeoutException)
            {
                Away(error);
            }
        }
    }

    // A topic that rang several times rings once.
    private HashSet<PassedRing> TakeAll()
    {
        var rings = new HashSet<PassedRing>();
        while (rings.Count < MostWaiting && _waiting.Reader.TryRead(out var ring))
        {
            rings.Add(ring);
        }

        return rings;
    }

    private void Hear(RedisValue message)
    {
        try
        {
            if (JsonSerializer.Deserialize<PassedRing>((byte[])message!) is { } ring && ring.Node != _node)
            {
                bell.RingHere(ring.Topic, new Ring(ring.Typing));
            }
        }
        catch (JsonException)
        {
            // Not one of ours: somebody else uses the channel.
        }
    }

    private void Away(Exception? error)
    {
        if (Interlocked.Exchange(ref _isAway, 1) == 0)
        {
            HandoffLog.RedisAway(log, error);
        }
    }

    private void There()
    {
        if (Interlocked.Exchange(ref _isAway, 0) == 1)
        {
            HandoffLog.RedisThere(log);
        }
    }

    private sealed record PassedRing(string Node, string Topic, Typing? Typing);
}
