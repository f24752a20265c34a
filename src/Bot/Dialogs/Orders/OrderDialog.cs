using BotFramework.Schema;
using Warmline.Bot.Dialogs.Slots;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>Where is my order: number, e-mail as the proof, then the answer. What is known already is not asked.</summary>
internal sealed class OrderDialog(OrderAnswer answer, Attempts attempts) : SlotDialog<OrderSlots>(DialogId, attempts)
{
    public const string DialogId = "order";
    private const int MostOrdersAtOnce = 3;
    private const string Example = "W1234567";

    protected override OrderSlots Begin(Talk talk, object? options) => new()
    {
        Numbers = talk.Turn.FactOf("order_number") is { } number ? [number] : [],
        Email = talk.Turn.FactOf("email"),
    };

    protected override OrderSlots? Take(Talk talk, OrderSlots slots, string? asked)
    {
        var numbers = Numbers(talk, asked);
        var email = talk.Understood.Entities.Email;
        return numbers.Count == 0 && email is null
            ? null
            : new OrderSlots { Numbers = numbers.Count > 0 ? numbers : slots.Numbers, Email = email ?? slots.Email };
    }

    protected override string? Missing(OrderSlots slots) => slots.Missing;

    protected override async Task AskAsync(Talk talk, OrderSlots slots, string slot, CancellationToken cancellationToken)
    {
        // After a refusal the data is given already: the notice would come too late and between the lines.
        await (slots.Refused ? Task.CompletedTask : talk.TellPrivacyOnceAsync(cancellationToken));
        var words = slots.Refused ? talk.Text("Order.NotFound")
            : slot == OrderSlots.Number ? talk.Text("Order.AskNumber", ("example", Example))
            : talk.Text("Order.AskEmail", ("order", slots.Numbers[0]));
        await talk.SendAsync(MessageFactory.SuggestedActions([talk.Label("Quick.Cancel")], words), cancellationToken);
    }

    protected override (string Key, (string Name, object? Value)[] Values) Unclear(Talk talk, OrderSlots slots, string slot) =>
        slot == OrderSlots.Number ? ("Order.NumberUnclear", [("example", Example)]) : ("Order.EmailUnclear", []);

    protected override OrderSlots Forget(OrderSlots slots, string slot) =>
        slot == OrderSlots.Number ? slots with { Numbers = [], Refused = false } : slots with { Email = null };

    protected override async Task<Acted<OrderSlots>> ActAsync(Talk talk, OrderSlots slots, CancellationToken cancellationToken)
    {
        talk.Turn.Learn("order_number", slots.Numbers[0]);
        return await answer.GiveAsync(talk, slots.Numbers, slots.Email!, cancellationToken)
            ? Acted<OrderSlots>.Over()
            : slots with { Refused = true };
    }

    private static List<string> Numbers(Talk talk, string? asked)
    {
        var named = talk.Understood.Entities.OrderNumbers;
        return named.Count > 0 ? [.. named.Take(MostOrdersAtOnce)]
            : asked == OrderSlots.Number && BareNumber.Is(talk.Words) ? [talk.Words.Trim()] : [];
    }
}
