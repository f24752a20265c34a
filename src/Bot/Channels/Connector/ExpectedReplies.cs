using BotFramework.Schema;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Delivery;

namespace Warmline.Bot.Channels.Connector;

/// <summary>A channel that wants the replies in the answer (<c>deliveryMode: expectReplies</c>) gets what is said within eight seconds.</summary>
internal sealed class ExpectedReplies(PushedLines lines, LeavingActivities leaving, DueReaders readers, ConversationLog log, ConversationBell bell, TimeProvider time)
{
    private const int MostReplies = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>How long no sender carries the replies: as long as they are waited for, and then some.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>What was said after the line. What comes later, or when a sender is at work already, is sent as usual.</summary>
    public async Task<Replied> CollectAsync(Arrived arrived, CancellationToken cancellationToken)
    {
        if (arrived is not { ConversationId: var conversationId, Seq: { } seq, SenderHeldUntil: { } heldUntil })
        {
            return new Replied([]);
        }

        await WaitForBotAsync(conversationId, seq, cancellationToken);
        var replies = await TakeAllAsync(conversationId, heldUntil, cancellationToken);

        // A repeated question whose answer was lost: what was said then is said again.
        return new Replied(replies.Count > 0 ? replies : await SaidAfterAsync(conversationId, seq, cancellationToken));
    }

    private async Task WaitForBotAsync(string conversationId, long seq, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);

        // Not disposed: a ring on its way may still come, and without a wait handle there is nothing to free.
        var news = new SemaphoreSlim(0);
        using var listening = bell.Listen(conversationId, _ => news.Release());
        while (!patience.IsCancellationRequested && !await readers.HasBotReadAsync(conversationId, seq, cancellationToken))
        {
            await news.WaitAsync(LookEvery, cancellationToken);
        }
    }

    private async Task<List<Activity>> TakeAllAsync(string conversationId, DateTime heldUntil, CancellationToken cancellationToken)
    {
        var replies = new List<Activity>();
        var line = await lines.TakeAsync(conversationId, Held, heldUntil, cancellationToken);
        while (line is not null)
        {
            replies.Add(leaving.Of(line));
            line = await lines.SettleAsync(line, new DeliveryOutcome.Delivered(null), Held, CancellationToken.None);
        }

        return replies;
    }

    private async Task<List<Activity>> SaidAfterAsync(string conversationId, long seq, CancellationToken cancellationToken)
    {
        var after = await log.ReadAsync(conversationId, seq, MostReplies, cancellationToken);
        return [.. after.TakeWhile(line => line.Role != AuthorRole.Customer).Where(line => line.Kind == LineKind.Said).Select(Reply)];
    }

    private Activity Reply(Line line) =>
        leaving.Reaching(line.Activity is null ? MessageFactory.Text(line.Text) : ProtocolJson.Read<Activity>(line.Activity)!);
}

/// <summary>The body of an answer that carries replies.</summary>
internal sealed record Replied(IReadOnlyList<Activity> Activities);
