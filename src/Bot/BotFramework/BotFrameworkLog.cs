using Microsoft.Extensions.Logging;

namespace BotFramework;

/// <summary>Every line this library logs. Never message text, names or tokens.</summary>
internal static partial class BotFrameworkLog
{
    [LoggerMessage(1, LogLevel.Error, "Telling the customer of a failed turn failed too (conversation {ConversationId})")]
    internal static partial void TurnErrorFailed(ILogger logger, string? conversationId, Exception exception);
}
