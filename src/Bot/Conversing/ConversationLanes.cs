using System.Collections.Concurrent;
using System.Threading.Channels;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Conversing;

/// <summary>
/// A reader of the log at work: one lane per conversation, several conversations side by side. What this process writes is
/// handed to it; a look every two seconds, and when another node rings, finds the rest.
/// </summary>
internal abstract class ConversationLanes(
    ReaderKind kind, string topic, DueReaders due, ConversationBell bell, TimeProvider time, ILogger log) : BackgroundService
{
    private const int BotSideBySide = 32;

    // A sender mostly waits for somebody else's machine.
    private const int SendersSideBySide = 64;
    private const int MostHanded = 10_000;
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private readonly int _sideBySide = kind == ReaderKind.Sender ? SendersSideBySide : BotSideBySide;

    // Who is at work, and what was handed to them meanwhile.
    private readonly ConcurrentDictionary<string, LeasedReader?> _open = new(StringComparer.Ordinal);

    // A null asks for a look. More than fits is found by looking, when its lease ends.
    private readonly Channel<LeasedReader?> _inbox = Channel.CreateBounded<LeasedReader?>(MostHanded);

    // Not disposed: lanes may still give their place back after a start that failed, and without a wait handle there is nothing to free.
    private readonly SemaphoreSlim _free = new(kind == ReaderKind.Sender ? SendersSideBySide : BotSideBySide);
    private long _lastLook = time.GetTimestamp();
    private int _lookAsked;

    /// <summary>How long ago the lanes last looked for what is unread, or found a free place for it.</summary>
    public TimeSpan SinceLastLook => time.GetElapsedTime(Volatile.Read(ref _lastLook));

    /// <summary>One step in a conversation, which is leased already when <paramref name="lease"/> says so. False: nothing more to do there now.</summary>
    protected abstract Task<bool> RunOnceAsync(string conversationId, LeasedReader? lease, CancellationToken cancellationToken);

    /// <summary>The process stops in the middle of a step, or before it.</summary>
    protected abstract Task LetGoAsync(string conversationId, LeasedReader? lease);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var serving = bell.Serve(kind, reader => _inbox.Writer.TryWrite(reader));
        using var listening = bell.Listen(topic, _ => AskForLook());
        using var timer = time.CreateTimer(_ => AskForLook(), null, TimeSpan.Zero, LookEvery);
        try
        {
            await TakeOverAsync(stoppingToken);
            await foreach (var reader in _inbox.Reader.ReadAllAsync(stoppingToken))
            {
                await (reader is null ? LookAsync(stoppingToken) : OpenAsync(reader.ConversationId, reader, stoppingToken));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await FinishAsync();
        }
    }

    // Only sooner than the leases would end by themselves: no reason not to start.
    private async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        try
        {
            await due.TakeOverAsync(kind, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            ConversingLog.PollFailed(log, error);
        }
    }

    private void AskForLook()
    {
        if (Interlocked.Exchange(ref _lookAsked, 1) == 0 && !_inbox.Writer.TryWrite(null))
        {
            Volatile.Write(ref _lookAsked, 0);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _lookAsked, 0);
        try
        {
            foreach (var id in await due.ListAsync(kind, _sideBySide * 4, cancellationToken))
            {
                await OpenAsync(id, null, cancellationToken);
            }

            Beat();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            ConversingLog.PollFailed(log, error);
        }
    }

    private async Task OpenAsync(string conversationId, LeasedReader? lease, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        Beat();
        if (!TryJoin(conversationId, lease))
        {
            // Beside this loop: a turn may think a while before it first waits.
            _ = Task.Run(() => RunLaneAsync(conversationId, lease, cancellationToken), CancellationToken.None);
        }
        else
        {
            _free.Release();
        }
    }

    private void Beat() => Volatile.Write(ref _lastLook, time.GetTimestamp());

    // True when a lane works there already: it goes on with what is handed to it.
    private bool TryJoin(string conversationId, LeasedReader? lease)
    {
        while (!_open.TryAdd(conversationId, null))
        {
            if (lease is null || (_open.TryGetValue(conversationId, out var before) && _open.TryUpdate(conversationId, lease, before)))
            {
                return true;
            }
        }

        return false;
    }

    private async Task RunLaneAsync(string conversationId, LeasedReader? lease, CancellationToken cancellationToken)
    {
        do
        {
            await RunStepsAsync(conversationId, lease, cancellationToken);
        }
        while (!TryLeave(conversationId, out lease));
        _free.Release();
    }

    private bool TryLeave(string conversationId, out LeasedReader? handed)
    {
        handed = null;
        while (!_open.TryRemove(KeyValuePair.Create(conversationId, handed)))
        {
            if (_open.TryGetValue(conversationId, out handed) && handed is not null && _open.TryUpdate(conversationId, null, handed))
            {
                return false;
            }

            handed = null;
        }

        return true;
    }

    private async Task RunStepsAsync(string conversationId, LeasedReader? lease, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (await RunOnceAsync(conversationId, lease, cancellationToken))
            {
                lease = null;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await TryLetGoAsync(conversationId, lease);
        }
        catch (Exception error)
        {
            ConversingLog.PollFailed(log, error);
        }
    }

    // If not, the lease ends by itself.
    private async Task TryLetGoAsync(string conversationId, LeasedReader? lease)
    {
        try
        {
            await LetGoAsync(conversationId, lease);
        }
        catch (Exception error)
        {
            ConversingLog.PollFailed(log, error);
        }
    }

    // The host stops; what is unread stays due. Lanes that run may finish, or let go.
    private async Task FinishAsync()
    {
        while (_inbox.Reader.TryRead(out var waiting))
        {
            await (waiting is null ? Task.CompletedTask : TryLetGoAsync(waiting.ConversationId, waiting));
        }

        for (var lane = 0; lane < _sideBySide && await _free.WaitAsync(LongestFarewell, CancellationToken.None); lane++)
        {
        }
    }
}
