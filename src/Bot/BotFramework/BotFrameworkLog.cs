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

    [LoggerMessage(10, LogLevel.Error, "The bot could not get its token for channels")]
    internal static partial void NoAccessToken(ILogger logger, Exception exception);

    [LoggerMessage(11, LogLevel.Warning, "The channels' signing keys could not be read; {Known} known keys stay in use")]
    internal static partial void KeysUnreadable(ILogger logger, int known, Exception exception);

    [LoggerMessage(12, LogLevel.Information, "A caller of the messages endpoint was refused: {Reason}")]
    internal static partial void CallerRefused(ILogger logger, string reason);

    [LoggerMessage(13, LogLevel.Error, "An activity from a channel was not taken; the channel was told to try again")]
    internal static partial void IntakeFailed(ILogger logger, Exception exception);
}
