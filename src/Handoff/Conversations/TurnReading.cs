using Warmline.Handoff.Customers;

namespace Warmline.Handoff.Conversations;

/// <summary>What is read for a turn, on one way to the database.</summary>
internal sealed record TurnReading(
    List<Conversation> Conversation, List<Reader> Reader, List<Line> Lines, List<KeyValuePair<string, string>> Facts,
    List<(string ShopId, string Name, string Value)> Known, List<(string UserId, VouchedCustomer Customer)> Vouched)
{
    /// <summary>What was said in this conversation, and before it what the customer said of themselves in others.</summary>
    public Dictionary<string, string> FactsOf(VouchedCustomer? customer)
    {
        var facts = Facts.ToDictionary(StringComparer.Ordinal);
        foreach (var fact in Known.Where(fact => fact.ShopId == customer?.ShopId))
        {
            facts.TryAdd(fact.Name, fact.Value);
        }

        return facts;
    }
}
