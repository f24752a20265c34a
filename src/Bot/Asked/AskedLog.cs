namespace Warmline.Bot.Asked;

internal static partial class AskedLog
{
    [LoggerMessage(1901, LogLevel.Error, "What customers asked could not be told to the editors; it is tried again in seconds.")]
    public static partial void FeedFailed(ILogger logger, Exception error);
}
