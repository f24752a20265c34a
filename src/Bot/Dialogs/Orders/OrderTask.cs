using System.Text.Json;
using BotFramework.Schema;
using Warmline.Bot.Dialogs.Slots;
using Warmline.Bot.Shop;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>A task about an order of the customer's: the order comes first, found and proven by <see cref="FindOrder"/>.</summary>
internal abstract class OrderTask<TSlots>(string id, OrderAccess access, Attempts attempts) : SlotDialog<TSlots>(id, attempts)
    where TSlots : OrderTaskSlots, new()
{
    private const string OrderSlot = "order";

    protected override TSlots Begin(Talk talk, object? options) => options switch
    {
        IReadOnlyList<OrderKey> orders => new TSlots { Orders = orders },
        WaitingQuestion waited => (waited.Slots?.Deserialize<TSlots>(ProtocolJson.Options) ?? new TSlots()) with { Orders = [.. waited.Orders.Where(order => order != OrderKey.OfAnyOrder)] },
        _ => new TSlots(),
    };

    protected sealed override string? FinderOf(string slot) => slot == OrderSlot ? FindOrder.DialogId : null;

    protected sealed override TSlots? TakeResult(Talk talk, TSlots slots, object? result)
    {
        if (result is ShopIsDown { Orders: var wanted })
        {
            talk.Turn.Ask(Waiting(slots with { Orders = wanted }));
        }

        return result is IReadOnlyList<OrderKey> { Count: > 0 } orders ? slots with { Orders = orders } : null;
    }

    protected sealed override string? Missing(TSlots slots) => slots.Orders.Count == 0 ? OrderSlot : MissingOfTask(slots);

    protected sealed override async Task<Acted<TSlots>> ActAsync(Talk talk, TSlots slots, CancellationToken cancellationToken)
    {
        var orders = new List<Order>();
        foreach (var key in slots.Orders)
        {
            if (await access.OpenAsync(talk, key, cancellationToken) is not Access.Open { Order: var order })
            {
                // Open a moment ago, and not now: it is found anew, and what stands in the way is said there.
                return slots with { Orders = [] };
            }

            orders.Add(order);
        }

        return await ActAsync(talk, slots, orders, cancellationToken);
    }

    /// <summary>The task goes on with these slots when the shop answers again.</summary>
    protected TaskRequest Waiting(TSlots slots) =>
        new(ShopAnswersTask.TaskKind, ProtocolJson.Write(new WaitingQuestion(Id, slots.Orders, ProtocolJson.ToElement(slots))));

    /// <summary>What the task needs beside the order; null when everything is known.</summary>
    protected abstract string? MissingOfTask(TSlots slots);

    protected abstract Task<Acted<TSlots>> ActAsync(Talk talk, TSlots slots, IReadOnlyList<Order> orders, CancellationToken cancellationToken);
}

/// <summary>The orders a task is about.</summary>
internal abstract record OrderTaskSlots
{
    public IReadOnlyList<OrderKey> Orders { get; init; } = [];
}
