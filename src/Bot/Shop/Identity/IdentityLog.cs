namespace Warmline.Bot.Shop.Identity;

internal static partial class IdentityLog
{
    [LoggerMessage(1511, LogLevel.Warning, "A signed identity was not accepted: {Fault}.")]
    public static partial void Refused(ILogger logger, IdentityFault fault);
}
