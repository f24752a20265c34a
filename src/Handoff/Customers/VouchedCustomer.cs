namespace Warmline.Handoff.Customers;

/// <summary>Who a customer is by the shop's own signed word, until a moment (UTC). <paramref name="ShopId"/> is the shop's id of them.</summary>
public sealed record VouchedCustomer(string ShopId, DateTime Until)
{
    /// <summary>The e-mail address of their account, if the shop says it.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number of their account, if the shop says it.</summary>
    public string? Phone { get; init; }

    /// <summary>Their name, if the shop says it.</summary>
    public string? Name { get; init; }
}
