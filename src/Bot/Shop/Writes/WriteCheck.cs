using Warmline.Bot.Shop.Returns;

namespace Warmline.Bot.Shop.Writes;

/// <summary>The last look before a write: what the dialog asked of the rules is asked once more, of the order as it is now.</summary>
internal static class WriteCheck
{
    private const int LongestLine = 200;

    /// <summary>Null when nothing stands against it.</summary>
    public static WriteRefusal? Of(Order order, OrderWrite write, ReturnPolicy policy, ShopDay now) => write switch
    {
        CancelOrder cancel => Of(ChangeDecision.ToCancel(order, cancel.Cause, policy)),
        ChangeAddress change => IsGood(change.Address) ? Of(ChangeDecision.ToChangeAddress(order, policy)) : WriteRefusal.Malformed,
        StartReturn back when !policy.Refunds.To.Contains(back.RefundTo) => WriteRefusal.AgainstRules,
        TakeBack back => Of(order, back, policy, now),
        _ => WriteRefusal.NotOffered,
    };

    private static WriteRefusal? Of(ChangeDecision decision) => decision.Hindrance switch
    {
        null => null,
        ChangeHindrance.CauseNotAccepted => WriteRefusal.AgainstRules,
        _ => WriteRefusal.WrongState,
    };

    private static WriteRefusal? Of(Order order, TakeBack write, ReturnPolicy policy, ShopDay now)
    {
        var items = write.Back;
        var decisions = ReturnDecision.Of(order, items.Select(item => Question(item, write)), policy, now);
        if (items.Count == 0 || decisions.Count != items.Count || items.DistinctBy(item => item.ItemId).Count() != items.Count
            || items.Any(item => item.Quantity < 1))
        {
            return WriteRefusal.Malformed;
        }

        return decisions.Any(decision => decision.Verdict is ReturnVerdict.NotDelivered or ReturnVerdict.Closed or ReturnVerdict.Person) ? WriteRefusal.WrongState
            : !decisions.All(decision => decision.MayStart) ? WriteRefusal.AgainstRules
            : items.Zip(decisions).Any(pair => pair.First.Quantity > pair.Second.Quantity) ? WriteRefusal.Malformed
            : null;
    }

    private static ReturnQuestion Question(ReturnedItem item, TakeBack write) => new(item.ItemId)
    {
        Condition = item.Condition,
        IsDefective = write.Cause.IsSellersFault(),
        DeliveredOn = write.DeliveredOn,
        IsExchange = write is StartExchange,
    };

    private static bool IsGood(PostalAddress address) =>
        IsLine(address.Street) && IsLine(address.City)
        && new[] { address.More, address.PostCode, address.Region, address.Country, address.Recipient }.All(line => line is null || IsLine(line));

    private static bool IsLine(string line) => !string.IsNullOrWhiteSpace(line) && line.Length <= LongestLine && !line.Any(char.IsControl);
}
