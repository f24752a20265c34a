using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Conversing;

internal static partial class ConversingLog
{
    [LoggerMessage(101, LogLevel.Debug, "A turn in {ConversationId} came too late: the owner is {Owner}.")]
    public static partial void Stale(ILogger log, string conversationId, Owner owner);

    [LoggerMessage(102, LogLevel.Error, "A turn in {ConversationId} failed (try {Try}).")]
    public static partial void TurnFailed(ILogger log, string conversationId, int @try, Exception error);

    [LoggerMessage(105, LogLevel.Error, "A turn in {ConversationId} could not be read or stored; it is tried again.")]
    public static partial void TurnNotStored(ILogger log, string conversationId, Exception error);

    [LoggerMessage(103, LogLevel.Warning, "The dialog state of {ConversationId} could not be read; the bot begins anew.")]
    public static partial void StateUnreadable(ILogger log, string conversationId);

    [LoggerMessage(104, LogLevel.Error, "Looking for unread lines failed; it goes on.")]
    public static partial void PollFailed(ILogger log, Exception error);
}
