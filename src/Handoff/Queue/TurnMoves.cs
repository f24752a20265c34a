using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Customers;
using Warmline.Handoff.Data;
using Warmline.Handoff.Policy;
using Warmline.Handoff.Promises;

namespace Warmline.Handoff.Queue;

/// <summary>
/// Moves that a turn, or the customer, makes. The record comes first; what the customer is told is appended
/// in the same transaction, so nothing is promised that isn't stored.
/// </summary>
internal static class TurnMoves
{
    public static Task MakeAsync(HandoffDb db, Conversation conversation, Turn turn, CallCalendar calendar, DateTime now) => turn.Move switch
    {
        Move.RequestHandoff request => RequestAsync(db, conversation, request, Reasons(request, turn.Insight), now),
        Move.LeaveQueue => LeaveAsync(db, conversation, now),
        Move.ScheduleCallback callback => ScheduleAsync(db, conversation, callback, calendar, now),
        Move.MoveCallback to => CallbackMoves.MoveAsync(db, conversation, to, calendar, now),
        Move.CancelCallback cancel => CallbackMoves.CancelAsync(db, conversation, cancel, calendar, now),
        Move.RemindOfCallback remind => CallbackMoves.RemindAsync(db, conversation, remind, calendar, now),
        _ => throw new InvalidOperationException($"Unknown move {turn.Move?.GetType().Name}."),
    };

    /// <summary>The customer ends the conversation, whoever has it.</summary>
    public static async Task EndAsync(HandoffDb db, Conversation conversation, DateTime now)
    {
        if (conversation.Owner == Owner.Nobody)
        {
            return;
        }

        (await OpenItemAsync(db, conversation.Id))?.Close(CloseReasons.CustomerLeft, now);
        conversation.Close(now);
        await Vouching.EndAsync(db, conversation.Id);
        await SystemLines.AppendAsync(db, conversation, now, "conversation.ended");
        await BotReading.GoOnAfterAsync(db, conversation, conversation.LastSeq, now);
    }

    public static Task<QueueItem?> OpenItemAsync(HandoffDb db, string conversationId) =>
        db.Set<QueueItem>().SingleOrDefaultAsync(i => i.ConversationId == conversationId && i.State != QueueState.Closed);

    // When the policy brought the customer here, its reasons know the lines too.
    private static IReadOnlyList<HandoffReason> Reasons(Move.RequestHandoff request, TurnInsight? insight) =>
        insight?.Decision is { } decision && decision.Reason == request.Reason
            ? decision.Reasons
            : [new HandoffReason(request.Reason, request.Evidence, [])];

    private static async Task RequestAsync(
        HandoffDb db, Conversation conversation, Move.RequestHandoff request, IReadOnlyList<HandoffReason> reasons, DateTime now)
    {
        if (conversation.Owner == Owner.Queue)
        {
            return;
        }

        var ahead = await db.Set<QueueItem>().CountAsync(i => i.State == QueueState.Requested);
        db.Add(new QueueItem
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)).ToString("N"),
            ConversationId = conversation.Id,
            Language = conversation.Language,
            Reason = request.Reason,
            Reasons = InsightText.Write(Brief.Of(reasons)),
            RequestedAt = now,
            EffectiveArrival = now,
        });
        conversation.GiveToQueue();
        if (await Presence.AnyoneOnDutyAsync(db, now))
        {
            await SystemLines.AppendAsync(db, conversation, now, "queue.joined", $"{ahead + 1}");
        }
        else
        {
            await SystemLines.AppendAsync(db, conversation, now, "queue.joined.nobody");
        }
    }

    private static async Task LeaveAsync(HandoffDb db, Conversation conversation, DateTime now)
    {
        if (conversation.Owner != Owner.Queue)
        {
            return;
        }

        (await OpenItemAsync(db, conversation.Id))?.Close(CloseReasons.LeftQueue, now);
        conversation.GiveToBot();
        await SystemLines.AppendAsync(db, conversation, now, "queue.left");
    }

    private static async Task ScheduleAsync(
        HandoffDb db, Conversation conversation, Move.ScheduleCallback callback, CallCalendar calendar, DateTime now)
    {
        if (conversation.Owner == Owner.Queue)
        {
            (await OpenItemAsync(db, conversation.Id))?.Close(CloseReasons.CallbackScheduled, now);
            conversation.GiveToBot();
        }

        await CallbackMoves.ScheduleAsync(db, conversation, callback, calendar, now);
    }
}
