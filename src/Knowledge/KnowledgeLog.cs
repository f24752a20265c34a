using Microsoft.Extensions.Logging;
using Warmline.Knowledge.Answers.Checks;
using Warmline.Knowledge.Answers.Model;

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

    [LoggerMessage(3020, LogLevel.Information, "The language model wrote no {Purpose}: {Fault}.")]
    public static partial void NothingWritten(ILogger logger, string purpose, ModelFault fault);

    [LoggerMessage(3021, LogLevel.Warning, "The language model failed ({Error}).")]
    public static partial void ModelFailed(ILogger logger, string error);

    [LoggerMessage(3022, LogLevel.Information, "A sentence of the language model's {Purpose} was not let through: {Objection}.")]
    public static partial void SentenceRefused(ILogger logger, string purpose, Objection objection);
}
