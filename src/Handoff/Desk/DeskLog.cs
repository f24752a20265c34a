using Microsoft.Extensions.Logging;

namespace Warmline.Handoff.Desk;

internal static partial class DeskLog
{
    [LoggerMessage(40, LogLevel.Error, "The desk could not do what agent {AgentId} asked.")]
    public static partial void Failed(ILogger log, string? agentId, Exception error);

    [LoggerMessage(41, LogLevel.Warning, "Too many sign-in tries from one address; the next are put off.")]
    public static partial void SignInsPutOff(ILogger log);
}
