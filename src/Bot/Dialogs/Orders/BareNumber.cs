using System.Text.RegularExpressions;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>When the bot has just asked for an order number, a lone token with digits is one, whatever the shop's pattern.</summary>
internal static partial class BareNumber
{
    public static bool Is(string? text) => text is not null && Token().IsMatch(text.Trim());

    [GeneratedRegex(@"^#?[\p{L}\d]{0,6}[-_/ ]?\d{3,14}$", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
