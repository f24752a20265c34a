using Warmline.Bot.Shop;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>Opens an order to whoever proves that it is theirs. Wrong and unknown look the same; which it was is recorded.</summary>
internal sealed class OrderAccess(IShop shop, BotTurns turns)
{
    /// <summary>All by which an order of this number may open now: as it opened before, by the shop's word, by what the customer gave.</summary>
    public static IReadOnlyList<OrderKey> KeysOf(Talk talk, string number, IEnumerable<string> proofs)
    {
        var given = proofs.Select(proof => new OrderKey(number, OrderProof.Of(proof)));
        var known = talk.Memory.Orders.Find(number);
        OrderKey[] signed = talk.Customer is null ? [] : [new OrderKey(number)];
        return [.. new[] { known }.OfType<OrderKey>().Concat(signed).Concat(given).Where(key => ProofOf(talk, key) is not null).Distinct()];
    }

    public async Task<Access> OpenAsync(Talk talk, OrderKey key, CancellationToken cancellationToken)
    {
        if (talk.OpenOrders.TryGetValue(key, out var open))
        {
            talk.Memory.Orders.Speak(key);
            return new Access.Open(open);
        }

        // What was proven in this conversation stays open, however often others were guessed at since.
        var isKnown = talk.Memory.Orders.Keys.Contains(key);
        if (!isKnown && await turns.AreProofsUsedUpAsync(talk.Turn.Input.ConversationId, cancellationToken))
        {
            return new Access.Locked();
        }

        try
        {
            return ProofOf(talk, key) is { } proof ? Judge(talk, key, await shop.FindOrderAsync(key.Number, proof, cancellationToken)) : new Access.Refused();
        }
        catch (ShopUnavailableException)
        {
            return new Access.Down();
        }
    }

    /// <summary>The proof for the port, in this very turn; null when a signed identity that would prove it has lapsed.</summary>
    public static OrderProof? ProofOf(Talk talk, OrderKey key) => key.Proof ?? (talk.Customer is { } customer ? new OrderProof.Signed(customer) : null);

    private static Access Judge(Talk talk, OrderKey key, OrderLookup found)
    {
        talk.Turn.Prove(new ProofAttempt(key.Number, found is OrderLookup.Found, found switch
        {
            OrderLookup.Found => null,
            OrderLookup.NotTheOwner => "not the owner",
            _ => "unknown",
        }));
        if (found is not OrderLookup.Found { Order: var order })
        {
            return new Access.Refused();
        }

        talk.OpenOrders[key] = order;
        talk.Memory.Orders.Speak(key);
        return new Access.Open(order);
    }
}

/// <summary>
/// An order and the proof for it, as the customer gave them; without a proof it is theirs by the shop's signed word, as long as that
/// lasts. The order itself is read anew in each turn.
/// </summary>
internal sealed record OrderKey(string Number, OrderProof? Proof = null)
{
    /// <summary>Stands for an order that is still to be chosen, among those of a signed-in customer.</summary>
    public static readonly OrderKey OfAnyOrder = new("");
}

/// <summary>What became of asking for an order.</summary>
internal abstract record Access
{
    private Access()
    {
    }

    public sealed record Open(Order Order) : Access;

    /// <summary>No such order, or somebody else's.</summary>
    public sealed record Refused : Access;

    /// <summary>Too many wrong proofs.</summary>
    public sealed record Locked : Access;

    /// <summary>The shop's system does not answer.</summary>
    public sealed record Down : Access;
}
