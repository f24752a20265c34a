namespace Warmline.Bot.Shop;

internal static partial class ShopLog
{
    [LoggerMessage(1501, LogLevel.Information, "The built-in demo orders are shown. Import your own with: shop import FILE.")]
    public static partial void DemoShown(ILogger logger);

    [LoggerMessage(1502, LogLevel.Warning, "The changed {File} can't be used ({Reason}); the last good one stays in use.")]
    public static partial void ChangeRefused(ILogger logger, string file, string reason);

    [LoggerMessage(1503, LogLevel.Error, "{File} can't be read ({Reason}); customers are told so.")]
    public static partial void Unreadable(ILogger logger, string file, string reason);
}
