using Warmline.Bot.Shop;
using Warmline.Bot.Understanding;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>The orders of a customer for whom the shop vouches, to be told at once or chosen from.</summary>
internal sealed class RecentOrders(IShop shop)
{
    private const int Most = 5;
    private const int ShortestWord = 4;

    /// <summary>None when nobody vouches for the customer, or the shop does not tell.</summary>
    /// <exception cref="ShopUnavailableException">The shop's system does not answer.</exception>
    public async Task<IReadOnlyList<Order>> OfAsync(Talk talk, CancellationToken cancellationToken)
    {
        if (talk.Customer is not { } customer || !shop.Capabilities.HasFlag(ShopCapabilities.RecentOrders))
        {
            return [];
        }

        var orders = await shop.RecentOrdersAsync(customer, Most, cancellationToken);
        foreach (var order in orders)
        {
            talk.Turn.Prove(new ProofAttempt(order.Number, true, null));
            talk.OpenOrders[new OrderKey(order.Number)] = order;
        }

        return orders;
    }

    /// <summary>The only one there is to speak of: for "where is it?" the only one that is not at its end.</summary>
    public static Order? Only(IReadOnlyList<Order> orders, bool isAboutStatus) => orders is [var one] ? one
        : isAboutStatus && orders.Where(IsOpen).ToList() is [var open] ? open : null;

    public static OfferedOrder Offer(Talk talk, Order order)
    {
        var (state, items) = (talk.Label($"Order.State.{order.Status}"), OrderText.Items(talk, order.Items));
        return new OfferedOrder(
            order.Number,
            Replies.Say("Order.OneOf", talk.Language, ("order", order.Number), ("state", state)),
            Replies.Say("Order.OneOf", talk.Language, ("order", order.Number), ("state", state), ("items", items)),
            string.Join(' ', order.Items.Select(item => item.Name)));
    }

    /// <summary>Which of them is meant: by its number, or by words of what is in it.</summary>
    public static List<string> Meant(Talk talk, IReadOnlyList<OfferedOrder> offered)
    {
        var named = offered.Where(order => talk.Words.Contains(order.Number, StringComparison.OrdinalIgnoreCase)).Select(order => order.Number).ToList();
        if (named.Count > 0)
        {
            return named;
        }

        if (talk.Understood.Is(Topic.Everything))
        {
            return [.. offered.Select(order => order.Number)];
        }

        var said = Words(talk.Words);
        var meant = offered.Where(order => Words(order.Items).Overlaps(said)).Select(order => order.Number).ToList();
        return meant.Count == 1 ? meant : [];
    }

    private static bool IsOpen(Order order) => order.Status is not (OrderStatus.Delivered or OrderStatus.Cancelled or OrderStatus.Returned or OrderStatus.Refunded);

    private static HashSet<string> Words(string text) => [.. WordReader.Read(text).Words.Select(word => word.Text).Where(word => word.Length >= ShortestWord)];
}
