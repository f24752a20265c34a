using System.Text.Json.Serialization;
using Warmline.Bot.Shop;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>Which orders, and the proof that they are one's own.</summary>
internal sealed record FindOrderSlots
{
    public const string Number = "number";
    public const string Proof = "email";

    /// <summary>The task that needs the order.</summary>
    public string For { get; init; } = "";

    public IReadOnlyList<string> Numbers { get; init; } = [];

    public string? Email { get; init; }

    /// <summary>Number and address don't belong together: either may be the wrong one.</summary>
    public bool Refused { get; init; }

    public string? Missing => Refused || Numbers.Count == 0 ? Number : Email is null ? Proof : null;

    [JsonIgnore]
    public IReadOnlyList<OrderKey> Keys => [.. Numbers.Select(number => new OrderKey(number, OrderProof.Of(Email!)))];
}
