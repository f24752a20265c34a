using System.Collections.Concurrent;
using System.Threading.Channels;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Conversing;

/// <summary>
/// The bot as a reader of the log: one lane per conversation, several conversations side by side.
/// Woken by the bell, and by a look every two seconds for what the bell missed.
/// </summary>
internal sealed class ConversationLanes(
    DueReaders due, ConversationBell bell, TurnRunner runner, TimeProvider time, ILogger<ConversationLanes> log) : BackgroundService
{
    private const int SideBySide = 16;
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, bool> _open = new(StringComparer.Ordinal);

    // Not disposed: lanes may still give their place back after a start that failed, and without a wait handle there is nothing to free.
    private readonly SemaphoreSlim _free = new(SideBySide);

    private long _lastLook = time.GetTimestamp();

    /// <summary>How long ago the lanes last looked for what is unread, or found a free place for it.</summary>
    public TimeSpan SinceLastLook => time.GetElapsedTime(Volatile.Read(ref _lastLook));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var listening = bell.Listen(ConversationBell.BotDue, _ => wake.Writer.TryWrite(true));
        using var timer = time.CreateTimer(_ => wake.Writer.TryWrite(true), null, TimeSpan.Zero, LookEvery);
        try
        {
            while (await wake.Reader.WaitToReadAsync(stoppingToken))
            {
                wake.Reader.TryRead(out _);
                await OpenDueLanesAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what is unread stays due. Lanes that run may finish, or let go.
            for (var lane = 0; lane < SideBySide && await _free.WaitAsync(LongestFarewell, CancellationToken.None); lane++)
            {
            }
        }
    }

    private async Task OpenDueLanesAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var id in await due.ForBotAsync(SideBySide * 4, cancellationToken))
            {
                await _free.WaitAsync(cancellationToken);
                Looked();
                if (_open.TryAdd(id, true))
                {
                    _ = RunLaneAsync(id, cancellationToken);
                }
                else
                {
                    _free.Release();
                }
            }

            Looked();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            ConversingLog.PollFailed(log, error);
        }
    }

    private void Looked() => Volatile.Write(ref _lastLook, time.GetTimestamp());

    private async Task RunLaneAsync(string conversationId, CancellationToken cancellationToken)
    {
        try
        {
            while (await runner.RunOnceAsync(conversationId, cancellationToken))
            {
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await runner.LetGoAsync(conversationId);
        }
        catch (Exception error)
        {
            ConversingLog.PollFailed(log, error);
        }
        finally
        {
            _open.TryRemove(conversationId, out _);
            _free.Release();
        }
    }
}
