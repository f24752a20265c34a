using BotFramework.Dialogs;
using BotFramework.Schema;
using Warmline.Bot.Dialogs.Orders;
using Warmline.Bot.Dialogs.Slots;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>
/// May it come back, and: it shall come back, for money or for another. The order is proven first; then the rules decide item by item, the
/// customer is asked only what the decision or the shop needs, and says yes to a summary before anything is done.
/// </summary>
internal sealed class ReturnDialog(OrderAccess access, Attempts attempts, ReturnReading reading, ReturnDecisions decisions, ReturnRequests requests)
    : OrderTask<ReturnSlots>(DialogId, access, attempts)
{
    public const string DialogId = "return";

    private readonly OrderAccess _access = access;

    public override bool TakesFiles => true;

    public override bool IsAnswered(Talk talk, DialogInstance instance) =>
        instance.StateOf<SlotState<ReturnSlots>>() is { Asked: { } asked } state && ReturnAnswers.IsPlain(talk, state.Slots, asked);

    protected override ReturnSlots Begin(Talk talk, object? options)
    {
        var slots = options is ReturnBegin begin ? new ReturnSlots { Stage = begin.Stage } : base.Begin(talk, options);
        return slots.Since > 0 ? slots : slots with { Since = talk.Turn.Input.Unread is [var first, ..] ? first.Seq : talk.Turn.Input.LastSeq };
    }

    protected override ReturnSlots? Take(Talk talk, ReturnSlots slots, string? asked) => ReturnReading.Take(talk, slots, asked, decisions.Today);

    protected override string? MissingOfTask(ReturnSlots slots) => slots.Ask;

    protected override Task AskAsync(Talk talk, ReturnSlots slots, string slot, CancellationToken cancellationToken) =>
        slot == ReturnSlots.SureSlot ? SumUpAsync(talk, slots, cancellationToken) : ReturnQuestions.AskAsync(talk, slots, slot, cancellationToken);

    protected override (string Key, (string Name, object? Value)[] Values) Unclear(Talk talk, ReturnSlots slots, string slot) =>
        ReturnQuestions.Unclear(slots, slot);

    protected override ReturnSlots Forget(ReturnSlots slots, string slot) => slots.Forgetting(slot);

    protected override async Task<Acted<ReturnSlots>> ActAsync(
        Talk talk, ReturnSlots slots, IReadOnlyList<Order> orders, CancellationToken cancellationToken)
    {
        if (orders.Count > 1)
        {
            return slots with { Ask = ReturnSlots.Which, Choices = [.. slots.Orders.Zip(orders, (key, order) => new Choice(order.Number, key.Number))] };
        }

        var known = slots.Known.Count > 0 ? slots : reading.CatchUp(talk, slots with { Known = ItemNames.Of(orders[0]) }, decisions.Today);
        return known.Stage switch
        {
            ReturnStage.Asking => await AnswerAsync(talk, known, orders[0], cancellationToken),
            ReturnStage.Starting => await StartAsync(talk, known, orders[0], cancellationToken),
            ReturnStage.Excepting => await ReturnRefusals.PassOnAsync(talk, known, orders[0], decisions.Of(orders[0], known), cancellationToken),
            _ => await OverAsync(talk, cancellationToken),
        };
    }

    private static async Task<Acted<ReturnSlots>> OverAsync(Talk talk, CancellationToken cancellationToken)
    {
        await talk.SayAsync("AnythingElse", cancellationToken);
        return Acted<ReturnSlots>.Over();
    }

    private async Task<Acted<ReturnSlots>> AnswerAsync(Talk talk, ReturnSlots asked, Order order, CancellationToken cancellationToken)
    {
        var slots = await ReturnRefusals.ApologiseAsync(talk, asked, cancellationToken);
        var found = decisions.Of(order, slots);
        var lacking = slots.Maybe.Count > 0 ? slots with { Ask = ReturnSlots.ItemsSlot }
            : slots.Items.Count > 0 || slots.Known.Count == 1 || found.All(decision => decision.Verdict == ReturnVerdict.AskWhenDelivered) ? ReturnSteps.Unknown(slots, found)
            : slots;
        if (lacking.Ask is not null)
        {
            return lacking;
        }

        if (!found.Any(decision => decision.MayStart))
        {
            return await ReturnRefusals.RefuseAsync(talk, slots, order, found, decisions.Policy, decisions.Today, cancellationToken);
        }

        await talk.SendAsync(MessageFactory.Text(ReturnTelling.Text(talk, slots, order, found)), cancellationToken);
        return slots with { Ask = ReturnSlots.Start, Refused = [.. found.Where(decision => !decision.MayStart).Select(decision => decision.Item.Id)] };
    }

    private async Task<Acted<ReturnSlots>> StartAsync(Talk talk, ReturnSlots begun, Order order, CancellationToken cancellationToken)
    {
        // What stands in the way of everything is said before anything is asked.
        var slots = await ReturnRefusals.WithoutAsync(talk, begun, order, [.. decisions.Of(order, begun).Where(ReturnTelling.IsByState)], cancellationToken);
        if (slots is null)
        {
            return await ReturnRefusals.RefuseAsync(talk, begun, order, decisions.Of(order, begun), decisions.Policy, decisions.Today, cancellationToken);
        }

        slots = await ReturnRefusals.ApologiseAsync(talk, slots, cancellationToken);
        slots = ReturnSteps.Items(slots);
        slots = slots.Ask is null ? ReturnSteps.Circumstances(slots, decisions.Of(order, slots)) : slots;
        return slots.Ask is not null ? slots : await GoOnAsync(talk, slots, order, cancellationToken);
    }

    private async Task<Acted<ReturnSlots>> GoOnAsync(Talk talk, ReturnSlots decided, Order order, CancellationToken cancellationToken)
    {
        var no = decisions.Of(order, decided).Where(decision => !decision.MayStart).ToList();
        if (await ReturnRefusals.WithoutAsync(talk, decided, order, no, cancellationToken) is not { } slots)
        {
            return await ReturnRefusals.RefuseAsync(talk, decided, order, no, decisions.Policy, decisions.Today, cancellationToken);
        }

        slots = ReturnSteps.Wish(slots, decisions.CanDo(Resolution.Exchange) && decisions.Policy.Exchange.From.Count > 0);
        if (slots.Ask is null && (slots.Wanted == Resolution.Repair || !decisions.CanDo(slots.Wanted)))
        {
            return await ReturnRefusals.OnlyPersonAsync(talk, slots, order, decisions.Of(order, slots), cancellationToken);
        }

        slots = slots.Ask is null ? await InsteadAsync(talk, slots, order, cancellationToken) : slots;
        slots = slots.Ask is null ? ReturnSteps.Refund(slots, order, decisions.Policy) : slots;
        return slots.Ask is not null ? slots
            : slots.IsSure ? await requests.AskAsync(talk, slots, order, cancellationToken)
            : slots with { Ask = ReturnSlots.SureSlot };
    }

    private async Task<ReturnSlots> InsteadAsync(Talk talk, ReturnSlots slots, Order order, CancellationToken cancellationToken)
    {
        var replaced = slots.Wanted == Resolution.Exchange ? ReturnVariants.Replaced(talk, slots, order) : slots;
        return replaced is { Wanted: Resolution.Exchange, Unmatched: { } item }
            ? replaced with { Ask = ReturnSlots.Variant, Choices = await decisions.ChoicesAsync(order, item, cancellationToken) }
            : replaced;
    }

    private async Task SumUpAsync(Talk talk, ReturnSlots slots, CancellationToken cancellationToken)
    {
        if (await _access.OpenAsync(talk, slots.Orders[0], cancellationToken) is not Access.Open { Order: var order })
        {
            await talk.SayAsync("YesOrNo", cancellationToken);
            return;
        }

        talk.Memory.Offer = Offer.None;
        var text = ReturnSummary.Text(talk, slots, order, decisions.Of(order, slots), decisions.Policy);
        await talk.SendAsync(MessageFactory.SuggestedActions(ReturnQuestions.Buttons(talk, slots, ReturnSlots.SureSlot), text), cancellationToken);
    }
}
