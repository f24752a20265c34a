using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;

namespace Warmline.Bot.Dialogs.Writes;

/// <summary>The shop's rules at this moment.</summary>
internal static class RulesNow
{
    /// <summary>Null when they can't be read just now.</summary>
    public static ReturnPolicy? Of(IShop shop)
    {
        try
        {
            return shop.Policy;
        }
        catch (ShopUnavailableException)
        {
            return null;
        }
    }
}
