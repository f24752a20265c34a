namespace Warmline.Bot.Shop;

/// <summary>The shop's data can't be read just now. The message is for logs and carries no customer's data.</summary>
internal sealed class ShopUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
