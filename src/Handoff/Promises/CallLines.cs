using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Promises;

/// <summary>What the house tells the customer about a promised call, in the same transaction as it becomes true.</summary>
internal static class CallLines
{
    /// <summary>The arguments are always reference, number, moment.</summary>
    public static Task TellAsync(HandoffDb db, Conversation conversation, CallbackRequest callback, CallCalendar calendar, string key, DateTime now) =>
        SystemLines.AppendAsync(db, conversation, now, key, Arguments(callback, calendar));

    /// <summary>The same with the file for the customer's calendar, where the channel shows files.</summary>
    public static async Task TellWithFileAsync(HandoffDb db, Conversation conversation, CallbackRequest callback, CallCalendar calendar, string key, DateTime now)
    {
        if (conversation.IsPushed)
        {
            await TellAsync(db, conversation, callback, calendar, key, now);
            return;
        }

        await SystemLines.AppendWithFileAsync(db, conversation, now, CalendarFile.Of(callback, now), key, Arguments(callback, calendar));
    }

    private static string[] Arguments(CallbackRequest callback, CallCalendar calendar) =>
        [callback.Reference, callback.Phone, CallTime.Keep(calendar.Local(callback.At, callback.Zone), callback.Zone)];
}
