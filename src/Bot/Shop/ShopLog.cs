namespace Warmline.Bot.Shop;

internal static partial class ShopLog
{
    /// <summary>A state nobody here knows is told to whoever runs the shop.</summary>
    public static Order Noted(ILogger logger, Order order)
    {
        if (order.RawStatus is { } state)
        {
            StateUnknown(logger, state);
        }

        return order;
    }

    [LoggerMessage(1501, LogLevel.Information, "The built-in demo orders are shown. Import your own with: shop import FILE.")]
    public static partial void DemoShown(ILogger logger);

    [LoggerMessage(1502, LogLevel.Warning, "The changed {File} can't be used ({Reason}); the last good one stays in use.")]
    public static partial void ChangeRefused(ILogger logger, string file, string reason);

    [LoggerMessage(1503, LogLevel.Error, "{File} can't be read ({Reason}); customers are told so.")]
    public static partial void Unreadable(ILogger logger, string file, string reason);

    [LoggerMessage(1504, LogLevel.Warning, "{Reference} is done, but the shop's team got no note of it ({Reason}).")]
    public static partial void NoteMissing(ILogger logger, string reference, string reason);

    [LoggerMessage(1505, LogLevel.Warning, "A shop's order is in the state {State}, which is not known here; say what it means in Warmline:Shop.")]
    public static partial void StateUnknown(ILogger logger, string state);
}
