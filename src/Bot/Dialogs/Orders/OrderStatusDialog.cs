using Warmline.Bot.Dialogs.Slots;
using Warmline.Bot.Shop;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>Where is my order: nothing more than the order is needed, then the answer.</summary>
internal sealed class OrderStatusDialog(OrderAccess access, OrderTelling telling, Attempts attempts) : OrderTask<OrderStatusSlots>(DialogId, access, attempts)
{
    public const string DialogId = "order_status";

    protected override string? MissingOfTask(OrderStatusSlots slots) => null;

    protected override OrderStatusSlots? Take(Talk talk, OrderStatusSlots slots, string? asked) => null;

    protected override async Task<Acted<OrderStatusSlots>> ActAsync(
        Talk talk, OrderStatusSlots slots, IReadOnlyList<Order> orders, CancellationToken cancellationToken)
    {
        foreach (var order in orders)
        {
            await telling.TellAsync(talk, order, cancellationToken);
        }

        talk.Memory.Orders.HaveTold(orders);
        return Acted<OrderStatusSlots>.Over();
    }

    protected override Task AskAsync(Talk talk, OrderStatusSlots slots, string slot, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The order is all that is asked for, and it is found by another dialog.");

    protected override (string Key, (string Name, object? Value)[] Values) Unclear(Talk talk, OrderStatusSlots slots, string slot) => ("Order.NumberUnclear", []);

    protected override OrderStatusSlots Forget(OrderStatusSlots slots, string slot) => new();
}

internal sealed record OrderStatusSlots : OrderTaskSlots;
