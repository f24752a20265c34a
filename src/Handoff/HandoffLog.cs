using Microsoft.Extensions.Logging;

namespace Warmline.Handoff;

internal static partial class HandoffLog
{
    [LoggerMessage(1, LogLevel.Warning, "A task of kind {Kind} failed (attempt {Attempt}); it will be tried again.")]
    public static partial void TaskFailed(ILogger log, string kind, int attempt, Exception error);

    [LoggerMessage(2, LogLevel.Error, "The loop {Loop} failed; it goes on.")]
    public static partial void LoopFailed(ILogger log, string loop, Exception error);

    [LoggerMessage(3, LogLevel.Warning, "Agent {AgentId} is gone while a customer waits: the conversation goes back to the queue.")]
    public static partial void AgentGone(ILogger log, string agentId);

    [LoggerMessage(4, LogLevel.Information, "{Count} conversations in which no customer ever wrote were removed.")]
    public static partial void EmptyConversationsPurged(ILogger log, int count);

    [LoggerMessage(5, LogLevel.Warning, "Redis is away: nodes notice each other's lines by looking every few seconds. It is tried again.")]
    public static partial void RedisAway(ILogger log, Exception? error);

    [LoggerMessage(6, LogLevel.Information, "Redis is there: nodes wake each other at once.")]
    public static partial void RedisThere(ILogger log);

    [LoggerMessage(7, LogLevel.Warning, "The promised call {Reference} was not made in time.")]
    public static partial void CallMissed(ILogger log, string reference);
}
