using BotFramework.Schema;
using Warmline.Bot.Dialogs.Slots;
using Warmline.Bot.Shop;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>
/// Which order, and is it theirs: the number, then e-mail or phone as the proof; who is signed in chooses. What was opened before in
/// this conversation is not asked for again. Ends with the <see cref="OrderKey"/>s that opened, or, when there is no way on here and
/// the customer was told so, with nothing; with <see cref="ShopIsDown"/> when the shop can't say now.
/// </summary>
internal sealed class FindOrder(OrderAccess access, RecentOrders recent, Attempts attempts) : SlotDialog<FindOrderSlots>(DialogId, attempts)
{
    public const string DialogId = "find_order";
    private const string NumberExample = "W1234567";
    private const string PhoneExample = "+48 600 700 800";

    // Another colour, another address: "another" is of something else than the order.
    private static readonly Topic[] OthersOf = [Topic.Exchange, Topic.WrongItem, Topic.ChangeAddress];

    /// <summary>An order was named, or an e-mail address alone that belongs to the order spoken of.</summary>
    public static bool IsNamed(Talk talk) => talk.Understood.Entities.OrderNumbers.Count > 0
        || (talk.Understood.Entities.Emails.Count > 0 && talk.Turn.FactOf("order_number") is not null);

    protected override FindOrderSlots Begin(Talk talk, object? options)
    {
        var known = talk.Memory.Orders;
        var (proofs, isGuess) = GivenProofs.Before(talk);
        var slots = new FindOrderSlots { For = options as string ?? OrderStatusDialog.DialogId, Proofs = proofs, IsGuess = isGuess };
        if (known.Keys.Count > 0 && IsAboutAnother(talk))
        {
            var others = known.Others().Select(key => key.Number).ToList();
            return slots with { IsOther = true, Numbers = others.Count == 1 ? others : [], Offered = others.Count > 1 ? [.. others.Select(Plain)] : [] };
        }

        var spoken = known.Spoken().Select(key => key.Number).ToList();
        return spoken.Count > 1 && slots.For != OrderStatusDialog.DialogId ? slots with { Offered = [.. spoken.Select(Plain)] }
            : slots with { Numbers = spoken.Count > 0 ? spoken : GivenProofs.Usable(talk, "order_number") is { } number ? [number] : [] };
    }

    protected override FindOrderSlots? Take(Talk talk, FindOrderSlots slots, string? asked)
    {
        var (numbers, proofs) = GivenProofs.Read(talk, asked);
        if (asked == FindOrderSlots.Choice && numbers.Count == 0)
        {
            numbers = RecentOrders.Meant(talk, slots.Offered);
        }

        return numbers.Count == 0 && proofs.Count == 0 ? null : slots with
        {
            Numbers = numbers.Count > 0 ? numbers : slots.Numbers,
            Proofs = proofs.Count > 0 ? proofs : slots.Proofs,
            IsGuess = slots.IsGuess && proofs.Count == 0,
            Unproven = null,
            Refused = false,
        };
    }

    protected override string? Missing(FindOrderSlots slots) => slots.Missing;

    protected override async Task AskAsync(Talk talk, FindOrderSlots slots, string slot, CancellationToken cancellationToken)
    {
        if (slot == FindOrderSlots.Choice)
        {
            string[] lines = [talk.Text("Order.Which"), .. slots.Offered.Where(order => order.Line.Length > 0).Select(order => order.Line)];
            await talk.SendAsync(
                MessageFactory.SuggestedActions([.. slots.Offered.Select(order => order.Label), talk.Label("Quick.Cancel")], string.Join('\n', lines)), cancellationToken);
            return;
        }

        // After a refusal the data is given already: the notice would come too late and between the lines.
        await (slots.Refused ? Task.CompletedTask : talk.TellPrivacyOnceAsync(cancellationToken));
        string[] buttons = slots.Refused && !talk.IsQueued ? ["Quick.Person", "Quick.Cancel"] : ["Quick.Cancel"];
        await talk.SendAsync(MessageFactory.SuggestedActions(buttons.Select(talk.Label), Question(talk, slots, slot)), cancellationToken);
    }

    protected override (string Key, (string Name, object? Value)[] Values) Unclear(Talk talk, FindOrderSlots slots, string slot) => slot switch
    {
        FindOrderSlots.Choice => ("Order.WhichUnclear", []),
        FindOrderSlots.Number => ("Order.NumberUnclear", [("example", NumberExample)]),
        _ => ("Order.ProofUnclear", [("phone", PhoneExample)]),
    };

    protected override FindOrderSlots Forget(FindOrderSlots slots, string slot) => slot == FindOrderSlots.Proof
        ? slots with { Proofs = [], Unproven = slots.Numbers is [var number, ..] ? number : null }
        : slots with { Numbers = [], Unproven = null, Refused = false };

    protected override async Task<Acted<FindOrderSlots>> ActAsync(Talk talk, FindOrderSlots slots, CancellationToken cancellationToken)
    {
        if (slots.Numbers.Count == 0)
        {
            return await LookAsync(talk, slots, cancellationToken);
        }

        talk.Turn.Learn("order_number", slots.Numbers[0]);
        var (opened, refused) = (new List<OrderKey>(), new List<string>());
        foreach (var number in slots.Numbers)
        {
            var keys = OrderAccess.KeysOf(talk, number, slots.Proofs);
            if (keys.Count == 0)
            {
                return slots with { Unproven = number };
            }

            switch (await OpenAsync(talk, keys, cancellationToken))
            {
                case (Access.Open, var key):
                    opened.Add(key);
                    break;
                case (Access.Refused, _):
                    refused.Add(number);
                    break;
                case (Access.Locked, _):
                    await talk.OfferAsync(Offer.Person, "Order.AttemptsUsed", cancellationToken);
                    return Acted<FindOrderSlots>.Over(opened);
                case (Access.Down, _):
                    await talk.SayAsync("Order.ShopUnavailable", cancellationToken, ("order", number));
                    return Acted<FindOrderSlots>.Over(new ShopIsDown([.. slots.Numbers.Select(wanted => OrderAccess.KeysOf(talk, wanted, slots.Proofs)[0])]));
            }
        }

        return opened.Count > 0 ? await FoundAsync(talk, slots, opened, refused, cancellationToken) : Refuse(talk, slots, refused[0]);
    }

    private static async Task<Acted<FindOrderSlots>> FoundAsync(
        Talk talk, FindOrderSlots slots, List<OrderKey> opened, List<string> refused, CancellationToken cancellationToken)
    {
        talk.Memory.Orders.SetAside.RemoveAll(slots.Proofs.Contains);
        if (refused.Count > 0)
        {
            await talk.SayAsync("Order.SomeNotFound", cancellationToken, ("orders", refused));
        }

        return Acted<FindOrderSlots>.Over(opened);
    }

    // What was only tried is asked for; so is the proof of an order that is not in the account of who is signed in.
    private static FindOrderSlots Refuse(Talk talk, FindOrderSlots slots, string number)
    {
        if (slots.IsGuess || slots.Proofs.Count == 0)
        {
            return slots with { Proofs = [], IsGuess = false, Unproven = number };
        }

        talk.Memory.Orders.SetApart([.. slots.Numbers, .. slots.Proofs]);
        return slots with { Refused = true };
    }

    private async Task<(Access, OrderKey)> OpenAsync(Talk talk, IReadOnlyList<OrderKey> keys, CancellationToken cancellationToken)
    {
        (Access Became, OrderKey Key) last = default;
        foreach (var key in keys)
        {
            last = (await access.OpenAsync(talk, key, cancellationToken), key);
            if (last.Became is not Access.Refused)
            {
                return last;
            }
        }

        return last;
    }

    private async Task<Acted<FindOrderSlots>> LookAsync(Talk talk, FindOrderSlots slots, CancellationToken cancellationToken)
    {
        try
        {
            var orders = await recent.OfAsync(talk, cancellationToken);
            var spoken = slots.IsOther ? talk.Memory.Orders.Keys.FirstOrDefault()?.Number : null;
            List<Order> asked = [.. orders.Where(order => spoken is null || !OrderNumber.IsSame(order.Number, spoken))];
            return RecentOrders.Only(asked, slots.For == OrderStatusDialog.DialogId) is { } only
                ? slots with { HasLooked = true, Numbers = [only.Number] }
                : slots with { HasLooked = true, Offered = [.. asked.Select(order => RecentOrders.Offer(talk, order))] };
        }
        catch (ShopUnavailableException)
        {
            await talk.SayAsync("Order.ShopUnavailable", cancellationToken);
            return Acted<FindOrderSlots>.Over(new ShopIsDown([OrderKey.OfAnyOrder]));
        }
    }

    private static bool IsAboutAnother(Talk talk) =>
        talk.Understood.Is(Topic.OtherOrder) && !OthersOf.Any(talk.Understood.Is);

    private static string Question(Talk talk, FindOrderSlots slots, string slot) => slot switch
    {
        _ when slots.Refused => talk.Text("Order.NotFound"),
        FindOrderSlots.Number => slots.IsOther ? talk.Text("Order.AskOther") : talk.Text("Order.AskNumber", ("example", NumberExample)),
        _ => talk.Text(talk.Customer is null ? "Order.AskProof" : "Order.AskProofElse", ("order", slots.Unproven ?? slots.Numbers[0])),
    };

    private static OfferedOrder Plain(string number) => new(number, number, "", "");
}
