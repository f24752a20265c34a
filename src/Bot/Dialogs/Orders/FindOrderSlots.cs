using System.Text.Json.Serialization;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>Which orders, and the proof that they are one's own.</summary>
internal sealed record FindOrderSlots
{
    public const string Number = "number";
    public const string Proof = "proof";
    public const string Choice = "choice";

    /// <summary>The task that needs the order.</summary>
    public string For { get; init; } = "";

    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>E-mail addresses and phone numbers, as written; each is tried.</summary>
    public IReadOnlyList<string> Proofs { get; init; } = [];

    /// <summary>The proofs were given for something else: if they don't fit, that is no mistake of the customer's.</summary>
    public bool IsGuess { get; init; }

    /// <summary>A number that nothing given so far opens.</summary>
    public string? Unproven { get; init; }

    /// <summary>Orders to choose from.</summary>
    public IReadOnlyList<OfferedOrder> Offered { get; init; } = [];

    /// <summary>Another one than the one spoken of.</summary>
    public bool IsOther { get; init; }

    /// <summary>The customer's recent orders were looked for.</summary>
    public bool HasLooked { get; init; }

    /// <summary>Number and proof don't belong together: either may be the wrong one.</summary>
    public bool Refused { get; init; }

    [JsonIgnore]
    public string? Missing => Refused ? Number
        : Numbers.Count > 0 ? Unproven is null ? null : Proof
        : Offered.Count > 0 ? Choice
        : HasLooked ? Number : null;
}

/// <summary>An order on a button: its number, how it is called there, and the words by which the customer may mean it.</summary>
internal sealed record OfferedOrder(string Number, string Label, string Line, string Items);
