using Microsoft.Extensions.Logging;

namespace BotFramework;

/// <summary>Every line this library logs. Never message text, names or tokens.</summary>
internal static partial class BotFrameworkLog
{
    [LoggerMessage(1, LogLevel.Error, "Telling the customer of a failed turn failed too (conversation {ConversationId})")]
    internal static partial void TurnErrorFailed(ILogger logger, string? conversationId, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "Reading the lines of conversation {ConversationId} failed; the client will ask again")]
    internal static partial void ReadFailed(ILogger logger, string conversationId, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "A Direct Line request failed; the client was told to try again")]
    internal static partial void RequestFailed(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "A turn of conversation {ConversationId} failed; the customer got no answer")]
    internal static partial void TurnFailed(ILogger logger, string? conversationId, Exception exception);
}
