namespace Warmline.Bot.Channels.Connector;

internal static partial class ConnectorLog
{
    [LoggerMessage(301, LogLevel.Debug, "Line {Seq} of {ConversationId} went out: {Outcome}.")]
    public static partial void Sent(ILogger log, string conversationId, long seq, string outcome);

    [LoggerMessage(302, LogLevel.Error, "What became of line {Seq} of {ConversationId} could not be stored; it is tried again.")]
    public static partial void NotSettled(ILogger log, string conversationId, long seq, Exception error);
}
