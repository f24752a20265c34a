namespace Warmline.Bot.Understanding;

/// <summary>How this shop's order numbers look. Section <c>Warmline:Orders</c>.</summary>
internal sealed class OrderNumberOptions
{
    public const string Section = "Warmline:Orders";

    /// <summary>Regular expressions, case does not matter. Empty: the built-in forms <c>#W1234567</c>, <c>W1234567</c>, <c>LO-10023</c>.</summary>
    public IList<string> NumberPatterns { get; } = [];
}
