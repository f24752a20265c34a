namespace Warmline.Bot.Tests.Shop.Contract;

/// <summary>An order as every kind of shop can tell it; each stand says it in its own language. One item, two pieces.</summary>
internal sealed record SampleOrder(string Number)
{
    public string Email { get; init; } = "anna@example.com";

    public string Phone { get; init; } = "+48 600 100 200";

    /// <summary>The shop's account; null for guests.</summary>
    public string? CustomerId { get; init; } = "7";

    /// <summary>Paid, Shipped, Delivered, Cancelled; or the word of a shop that nobody knows.</summary>
    public string Status { get; init; } = "Paid";

    public DateTime PlacedAt { get; init; } = Today.AddDays(-10);

    public DateTime? DeliveredAt { get; init; }

    public string ItemName { get; init; } = "Kubek „Mech”";

    public const string ItemId = "31";

    public static DateTime Today { get; } = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddHours(12);

    public static SampleOrder Delivered(string number, int daysAgo = 5) => new(number)
    {
        Status = "Delivered",
        DeliveredAt = Today.AddDays(-daysAgo),
        PlacedAt = Today.AddDays(-daysAgo - 3),
    };
}
