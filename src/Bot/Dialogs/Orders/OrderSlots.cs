namespace Warmline.Bot.Dialogs.Orders;

/// <summary>Which orders, and the proof that they are one's own.</summary>
internal sealed record OrderSlots
{
    public const string Number = "number";
    public const string EmailSlot = "email";

    public IReadOnlyList<string> Numbers { get; init; } = [];

    public string? Email { get; init; }

    /// <summary>Number and address don't belong together: either may be the wrong one.</summary>
    public bool Refused { get; init; }

    public string? Missing => Refused || Numbers.Count == 0 ? Number : Email is null ? EmailSlot : null;
}
