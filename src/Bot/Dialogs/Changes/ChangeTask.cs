using BotFramework.Dialogs;
using Warmline.Bot.Dialogs.Orders;
using Warmline.Bot.Dialogs.Slots;
using Warmline.Bot.Dialogs.Writes;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Changes;

/// <summary>
/// Something to be changed in one order that has not left yet: it is looked whether it may, what is missing is asked for, and only a yes
/// to the summary has it done. State and rules are looked at anew in each turn that needs them.
/// </summary>
internal abstract class ChangeTask<TSlots, TWrite>(string id, IShop shop, OrderAccess access, Attempts attempts) : OrderTask<TSlots>(id, access, attempts)
    where TSlots : ChangeSlots, new()
    where TWrite : OrderWrite
{
    protected const string Which = "which";
    protected const string Sure = "sure";
    protected const string Instead = "instead";

    public sealed override bool IsAnswered(Talk talk, DialogInstance instance) =>
        instance.StateOf<SlotState<TSlots>>().Asked == Sure && IsSecondThought(talk);

    protected sealed override string? MissingOfTask(TSlots slots) =>
        slots.Orders.Count > 1 ? Which
        : slots.View is null || slots.IsLeft ? null
        : MissingOfChange(slots) ?? (slots.IsDeclined ? Instead : slots.IsSure ? null : Sure);

    protected sealed override TSlots? Take(Talk talk, TSlots slots, string? asked)
    {
        var taken = TakeOfChange(talk, slots, asked);
        if ((taken is null || !MayBeNumber(asked)) && Named(talk, slots) is { } orders)
        {
            return (taken ?? slots) with { Orders = orders, View = null, IsSure = false, IsDeclined = false };
        }

        if (taken is not null)
        {
            return taken with { IsSure = false, IsDeclined = false };
        }

        return asked switch
        {
            Sure when IsYes(talk) => slots with { IsSure = true },
            Sure when talk.Understood.Top.Intent == Intent.No || IsSecondThought(talk) => slots with { IsDeclined = true },
            Instead when IsYes(talk) => slots with { IsDeclined = false },
            Instead when talk.Understood.Top.Intent is Intent.No or Intent.Thanks => slots with { IsLeft = true },
            _ => null,
        };
    }

    protected sealed override async Task<Acted<TSlots>> ActAsync(Talk talk, TSlots slots, IReadOnlyList<Order> orders, CancellationToken cancellationToken)
    {
        var (order, key) = (orders[0], slots.Orders[0]);
        if (slots.IsLeft)
        {
            await talk.SayAsync("AnythingElse", cancellationToken);
            return Acted<TSlots>.Over();
        }

        if (ShopWrites.IsBeingDone<TWrite>(talk, order.Number))
        {
            await talk.SayAsync("Write.BeingDone", cancellationToken, ("order", order.Number));
            return Acted<TSlots>.Over();
        }

        if (RulesNow.Of(shop) is not { } policy)
        {
            await talk.SayAsync("Order.ShopUnavailable", cancellationToken, ("order", order.Number));
            talk.Turn.Ask(Waiting(slots));
            return Acted<TSlots>.Over();
        }

        var decision = Decide(order, slots, policy);
        if (!decision.IsAllowed)
        {
            await ChangeTelling.HinderedAsync(talk, WriteName, order, decision.Hindrance!.Value, cancellationToken);
            return Acted<TSlots>.Over();
        }

        // What was said yes to is what is done, and nothing else.
        if (!slots.IsSure || slots.View?.Number != order.Number || OrderAccess.ProofOf(talk, key) is not { } proof)
        {
            return View(slots, OrderInView.Of(talk, order, decision));
        }

        await ShopWrites.AskAsync(talk, Write(slots, order, proof), cancellationToken);
        return Acted<TSlots>.Over();
    }

    /// <summary>Digits in an answer to this are more likely no order's number.</summary>
    protected virtual bool MayBeNumber(string? asked) => false;

    // "I changed my mind, keep it", instead of a yes.
    private static bool IsSecondThought(Talk talk) => talk.Understood.Is(Topic.KeepIt) || talk.Understood.Is(Topic.ChangedMind);

    /// <summary>Yes to what was summed up.</summary>
    protected virtual bool IsYes(Talk talk) => talk.Understood.Top.Intent == Intent.Yes;

    /// <summary>As <see cref="ShopWrites.NameOf(OrderWrite)"/> calls it.</summary>
    protected abstract string WriteName { get; }

    protected abstract ChangeDecision Decide(Order order, TSlots slots, ReturnPolicy policy);

    /// <summary>What is to be asked beside the order and the yes.</summary>
    protected abstract string? MissingOfChange(TSlots slots);

    /// <summary>What the line gives of that, now or as a correction.</summary>
    protected abstract TSlots? TakeOfChange(Talk talk, TSlots slots, string? asked);

    protected abstract TWrite Write(TSlots slots, Order order, OrderProof proof);

    protected virtual TSlots View(TSlots slots, OrderInView view) => slots with { View = view, IsSure = false };

    protected static Task AskWhichAsync(Talk talk, TSlots slots, CancellationToken cancellationToken) =>
        talk.AskAsync("Change.Which", slots.Orders.Select(order => order.Number), cancellationToken);

    /// <param name="buttons">Keys of their words.</param>
    protected static Task AskAsync(Talk talk, IEnumerable<string> buttons, string text, CancellationToken cancellationToken)
    {
        // A yes must mean this question.
        talk.Memory.Offer = Offer.None;
        return talk.SendAsync(BotFramework.Schema.MessageFactory.SuggestedActions(buttons.Select(talk.Label), text), cancellationToken);
    }

    // Another order than the one spoken of, or the one of several that is meant. Null: none is named.
    private static List<OrderKey>? Named(Talk talk, TSlots slots)
    {
        if (slots.Orders.Count == 0 || talk.Understood.Entities.OrderNumber is not { } named)
        {
            return null;
        }

        var known = slots.Orders.Where(key => OrderNumber.IsSame(key.Number, named)).ToList();
        return known.Count == 0 ? [] : slots.Orders.Count > 1 ? known : null;
    }
}
