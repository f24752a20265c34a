using System.Security.Cryptography;
using System.Text;

namespace Warmline.Bot.Shop.Writes;

/// <summary>References for shops that give none of their own: made from the key, so that the same write has the same one everywhere.</summary>
internal static class WriteReference
{
    // Without letters that are mistaken for digits when read aloud.
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 8;

    public static string Of(OrderWrite write)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(write.Key));
        var kind = write switch { StartReturn => 'R', StartExchange => 'E', CancelOrder => 'C', _ => 'A' };
        return $"{kind}-{string.Concat(hash.Take(Length).Select(part => Letters[part % Letters.Length]))}";
    }
}
