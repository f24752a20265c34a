using Warmline.Bot.Shop;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>
/// The orders that were opened in this conversation, so that no task asks again for what was proven to another. Not the orders
/// themselves: those are read anew in each turn, and a signed identity must still hold then.
/// </summary>
internal sealed class KnownOrders
{
    private const int MostKept = 8;
    private const int MostSetAside = 10;

    /// <summary>What was spoken of last comes first.</summary>
    public List<OrderKey> Keys { get; set; } = [];

    /// <summary>The numbers told together last: what "they" are.</summary>
    public List<string> Told { get; set; } = [];

    /// <summary>How each stood when it was told.</summary>
    public Dictionary<string, OrderStatus> States { get; set; } = [];

    /// <summary>Numbers and proofs that led nowhere in a task that was left: they are asked for again.</summary>
    public List<string> SetAside { get; set; } = [];

    /// <summary>Turns of the customer since an order was last spoken of.</summary>
    public int TurnsSince { get; set; }

    public OrderKey? Find(string number) => Keys.Find(key => OrderNumber.IsSame(key.Number, number));

    /// <summary>All but the one spoken of.</summary>
    public IEnumerable<OrderKey> Others() => Keys.Skip(1);

    /// <summary>The one "it" is now, or the several.</summary>
    public IEnumerable<OrderKey> Spoken() => Told.Count > 1 ? Told.Select(Find).OfType<OrderKey>() : Keys.Take(1);

    public void Speak(OrderKey key)
    {
        Keys = [key, .. Keys.Where(known => !OrderNumber.IsSame(known.Number, key.Number)).Take(MostKept - 1)];
        Told = Told.Exists(number => OrderNumber.IsSame(number, key.Number)) ? Told : [key.Number];
        TurnsSince = 0;
    }

    public void HaveTold(IEnumerable<Order> orders)
    {
        Told = [.. orders.Select(order => order.Number)];
        foreach (var order in orders)
        {
            States[OrderNumber.Normalise(order.Number)] = order.Status;
        }
    }

    /// <summary>Whether it was told already as it still is.</summary>
    public bool IsTold(Order order) => States.TryGetValue(OrderNumber.Normalise(order.Number), out var told) && told == order.Status;

    /// <summary>It was told that this one has arrived.</summary>
    public bool IsDelivered(OrderKey key) => States.GetValueOrDefault(OrderNumber.Normalise(key.Number)) == OrderStatus.Delivered;

    public void SetApart(IEnumerable<string> given) => SetAside = [.. SetAside.Union(given).TakeLast(MostSetAside)];
}
