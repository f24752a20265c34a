using BotFramework.Schema;
using Warmline.Bot.Dialogs.Slots;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>
/// Which order, and is it theirs: number, then e-mail as the proof. Ends with the <see cref="OrderKey"/>s that opened, or, when there
/// is no way on here and the customer was told so, with nothing; with <see cref="ShopIsDown"/> when the shop can't say now.
/// </summary>
internal sealed class FindOrder(OrderAccess access, Attempts attempts) : SlotDialog<FindOrderSlots>(DialogId, attempts)
{
    public const string DialogId = "find_order";
    private const int MostOrdersAtOnce = 3;
    private const string Example = "W1234567";

    /// <summary>An order was named, or an e-mail address alone that belongs to the order spoken of.</summary>
    public static bool IsNamed(Talk talk) => talk.Understood.Entities.OrderNumbers.Count > 0
        || (talk.Understood.Entities.Emails.Count > 0 && talk.Turn.FactOf("order_number") is not null);

    protected override FindOrderSlots Begin(Talk talk, object? options) => new()
    {
        For = options as string ?? OrderStatusDialog.DialogId,
        Numbers = talk.Turn.FactOf("order_number") is { } number ? [number] : [],
        Email = talk.Turn.FactOf("email"),
    };

    protected override FindOrderSlots? Take(Talk talk, FindOrderSlots slots, string? asked)
    {
        var numbers = Numbers(talk, asked);
        var email = talk.Understood.Entities.Email;
        return numbers.Count == 0 && email is null ? null : slots with
        {
            Numbers = numbers.Count > 0 ? numbers : slots.Numbers,
            Email = email ?? slots.Email,
            Refused = false,
        };
    }

    protected override string? Missing(FindOrderSlots slots) => slots.Missing;

    protected override async Task AskAsync(Talk talk, FindOrderSlots slots, string slot, CancellationToken cancellationToken)
    {
        // After a refusal the data is given already: the notice would come too late and between the lines.
        await (slots.Refused ? Task.CompletedTask : talk.TellPrivacyOnceAsync(cancellationToken));
        var words = slots.Refused ? talk.Text("Order.NotFound")
            : slot == FindOrderSlots.Number ? talk.Text("Order.AskNumber", ("example", Example))
            : talk.Text("Order.AskEmail", ("order", slots.Numbers[0]));
        await talk.SendAsync(MessageFactory.SuggestedActions([talk.Label("Quick.Cancel")], words), cancellationToken);
    }

    protected override (string Key, (string Name, object? Value)[] Values) Unclear(Talk talk, FindOrderSlots slots, string slot) =>
        slot == FindOrderSlots.Number ? ("Order.NumberUnclear", [("example", Example)]) : ("Order.EmailUnclear", []);

    protected override FindOrderSlots Forget(FindOrderSlots slots, string slot) =>
        slot == FindOrderSlots.Number ? slots with { Numbers = [], Refused = false } : slots with { Email = null };

    protected override async Task<Acted<FindOrderSlots>> ActAsync(Talk talk, FindOrderSlots slots, CancellationToken cancellationToken)
    {
        talk.Turn.Learn("order_number", slots.Numbers[0]);
        var (opened, refused) = (new List<OrderKey>(), false);
        foreach (var key in slots.Keys)
        {
            switch (await access.OpenAsync(talk, key, cancellationToken))
            {
                case Access.Open:
                    opened.Add(key);
                    break;
                case Access.Refused:
                    refused = true;
                    break;
                case Access.Locked:
                    await talk.OfferAsync(Offer.Person, "Order.AttemptsUsed", cancellationToken);
                    return Acted<FindOrderSlots>.Over();
                case Access.Down:
                    await talk.SayAsync("Order.ShopUnavailable", cancellationToken, ("order", slots.Numbers[0]));
                    return Acted<FindOrderSlots>.Over(new ShopIsDown(slots.Keys));
            }
        }

        return refused ? slots with { Refused = true } : Acted<FindOrderSlots>.Over(opened);
    }

    private static List<string> Numbers(Talk talk, string? asked)
    {
        var named = talk.Understood.Entities.OrderNumbers;
        return named.Count > 0 ? [.. named.Take(MostOrdersAtOnce)]
            : asked == FindOrderSlots.Number && BareNumber.Is(talk.Words) ? [talk.Words.Trim()] : [];
    }
}
