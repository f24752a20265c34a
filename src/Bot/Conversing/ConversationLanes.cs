using System.Collections.Concurrent;
using System.Threading.Channels;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Conversing;

/// <summary>
/// A reader of the log at work: one lane per conversation, several conversations side by side.
/// Woken by the bell, and by a look every two seconds for what the bell missed.
/// </summary>
internal abstract class ConversationLanes(
    ReaderKind kind, string topic, DueReaders due, ConversationBell bell, TimeProvider time, ILogger log) : BackgroundService
{
    private const int BotSideBySide = 16;

    // A sender mostly waits for somebody else's machine.
    private const int SendersSideBySide = 64;
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, bool> _open = new(StringComparer.Ordinal);

    private readonly int _sideBySide = kind == ReaderKind.Sender ? SendersSideBySide : BotSideBySide;

    // Not disposed: lanes may still give their place back after a start that failed, and without a wait handle there is nothing to free.
    private readonly SemaphoreSlim _free = new(kind == ReaderKind.Sender ? SendersSideBySide : BotSideBySide);

    /// <summary>One step in a conversation. False when there is nothing more to do there now.</summary>
    protected abstract Task<bool> RunOnceAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>The process stops in the middle of a step.</summary>
    protected virtual Task LetGoAsync(string conversationId) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var listening = bell.Listen(topic, _ => wake.Writer.TryWrite(true));
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
            for (var lane = 0; lane < _sideBySide && await _free.WaitAsync(LongestFarewell, CancellationToken.None); lane++)
            {
            }
        }
    }

    private async Task OpenDueLanesAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var id in await due.ListAsync(kind, _sideBySide * 4, cancellationToken))
            {
                await _free.WaitAsync(cancellationToken);
                if (_open.TryAdd(id, true))
                {
                    _ = RunLaneAsync(id, cancellationToken);
                }
                else
                {
                    _free.Release();
                }
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            ConversingLog.PollFailed(log, error);
        }
    }

    private async Task RunLaneAsync(string conversationId, CancellationToken cancellationToken)
    {
        try
        {
            while (await RunOnceAsync(conversationId, cancellationToken))
            {
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await LetGoAsync(conversationId);
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
