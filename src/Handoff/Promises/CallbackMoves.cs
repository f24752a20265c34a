using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Promises;

/// <summary>What a turn does with the customer's call: promises it, moves it, takes it back.</summary>
internal static class CallbackMoves
{
    /// <summary>
    /// Whether the move still can be made: the place is free, the call is in a state that allows it. If not, the turn was
    /// decided over something that is no longer so and must be decided anew.
    /// </summary>
    public static async Task<bool> MayAsync(HandoffDb db, Conversation conversation, Move? move, CallCalendar calendar) => move switch
    {
        Move.ScheduleCallback schedule => await PlaceAsync(db, schedule.At, calendar, null) is not null
            && !await db.Set<CallbackRequest>().AnyAsync(c => c.ConversationId == conversation.Id && CallbackRequest.Open.Contains(c.State)),
        Move.MoveCallback to => await IsAllowedAsync(db, conversation, to.Reference, nameof(CallbackRequest.MoveTo))
            && await PlaceAsync(db, to.At, calendar, to.Reference) is not null,
        Move.CancelCallback cancel => await IsAllowedAsync(db, conversation, cancel.Reference, nameof(CallbackRequest.Cancel)),
        Move.RemindOfCallback remind => await IsAllowedAsync(db, conversation, remind.Reference, nameof(CallbackRequest.AskReminder)),
        _ => true,
    };

    public static async Task ScheduleAsync(HandoffDb db, Conversation conversation, Move.ScheduleCallback schedule, CallCalendar calendar, DateTime now)
    {
        var callback = CallbackRequest.Of(schedule, conversation, calendar.Terms.SlotLength, now);
        if (schedule.Remind)
        {
            callback.AskReminder();
        }

        db.Add(callback);
        await CallPlace.TakeAsync(db, callback.At, await PlaceAsync(db, schedule.At, calendar, null) ?? CallPlace.TakenMeanwhile, callback.Reference);
        await FactRecord.LearnAsync(db, conversation.Id, [new Fact("callback", callback.Reference, conversation.LastSeq)]);
        await CallLines.TellWithFileAsync(db, conversation, callback, calendar, "callback.stored", now);
    }

    public static async Task MoveAsync(HandoffDb db, Conversation conversation, Move.MoveCallback to, CallCalendar calendar, DateTime now)
    {
        var callback = await db.Set<CallbackRequest>().SingleAsync(c => c.Reference == to.Reference);
        var place = await PlaceAsync(db, to.At, calendar, to.Reference) ?? CallPlace.TakenMeanwhile;
        callback.MoveTo(to.At.UtcDateTime, calendar.Terms.SlotLength, to.Phone);
        await MovedAsync(db, conversation, callback, place, calendar, now);
    }

    /// <summary>The call has a new time: its place, and what the customer is told.</summary>
    public static async Task MovedAsync(
        HandoffDb db, Conversation conversation, CallbackRequest callback, int place, CallCalendar calendar, DateTime now)
    {
        await CallPlace.TakeAsync(db, callback.At, place, callback.Reference);
        await CallLines.TellWithFileAsync(db, conversation, callback, calendar, "callback.moved", now);
    }

    public static async Task CancelAsync(HandoffDb db, Conversation conversation, Move.CancelCallback cancel, CallCalendar calendar, DateTime now)
    {
        var callback = await db.Set<CallbackRequest>().SingleAsync(c => c.Reference == cancel.Reference);
        callback.Cancel(now);
        await CallPlace.FreeAsync(db, callback.Reference);
        await CallLines.TellWithFileAsync(db, conversation, callback, calendar, "callback.cancelled", now);
    }

    public static async Task RemindAsync(HandoffDb db, Conversation conversation, Move.RemindOfCallback remind, CallCalendar calendar, DateTime now)
    {
        var callback = await db.Set<CallbackRequest>().SingleAsync(c => c.Reference == remind.Reference);
        callback.AskReminder();
        await CallLines.TellAsync(db, conversation, callback, calendar, "callback.reminder.on", now);
    }

    // A reference of another conversation is none: nobody moves somebody else's call.
    private static async Task<bool> IsAllowedAsync(HandoffDb db, Conversation conversation, string reference, string verb)
    {
        var allowed = CallbackRequest.Allowed[verb];
        return await db.Set<CallbackRequest>().AnyAsync(c => c.Reference == reference && c.ConversationId == conversation.Id && allowed.Contains(c.State));
    }

    private static Task<int?> PlaceAsync(HandoffDb db, DateTimeOffset at, CallCalendar calendar, string? reference) =>
        CallPlace.FindAsync(db, at.UtcDateTime, calendar.Terms.CallsPerSlot, reference);
}
