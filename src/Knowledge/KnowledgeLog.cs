using Microsoft.Extensions.Logging;

namespace Warmline.Knowledge;

internal static partial class KnowledgeLog
{
    [LoggerMessage(3001, LogLevel.Information, "The starter articles were loaded.")]
    public static partial void StarterSetLoaded(ILogger logger);

    [LoggerMessage(3002, LogLevel.Information, "{Articles} articles ({Texts} texts) are ready to answer.")]
    public static partial void IndexBuilt(ILogger logger, int articles, int texts);

    [LoggerMessage(3003, LogLevel.Warning, "Article {Key} ({Language}) is not shown: placeholder {Placeholder} has no value.")]
    public static partial void PlaceholderMissing(ILogger logger, string key, string language, string placeholder);

    [LoggerMessage(3010, LogLevel.Error, "A round of the articles' clock failed; the next one comes in two seconds.")]
    public static partial void ClockFailed(ILogger logger, Exception error);

    [LoggerMessage(3099, LogLevel.Error, "Something an editor did failed.")]
    public static partial void EditorFailed(ILogger logger, Exception error);
}
