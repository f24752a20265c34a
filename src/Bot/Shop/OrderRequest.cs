namespace Warmline.Bot.Shop;

internal enum OrderRequestKind
{
    Return,
    Exchange,
}

/// <summary>A return or an exchange that was asked for. No items means all of the order.</summary>
internal sealed record OrderRequest(OrderRequestKind Kind, string Reference, IReadOnlyList<RequestedItem> Items, DateTime? At = null);

internal sealed record RequestedItem(string ItemId, int Quantity);
