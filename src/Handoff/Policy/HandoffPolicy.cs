namespace Warmline.Handoff.Policy;

/// <summary>What the bot noticed, each with its evidence (words, lines).</summary>
/// <param name="AsksForPerson">The customer asked for a person.</param>
/// <param name="Anger">0 calm … 1 furious.</param>
/// <param name="Abuse">The customer insults.</param>
/// <param name="Repeats">How often the customer has said the same again.</param>
/// <param name="FailedTurns">Turns in a row in which the bot could not help.</param>
/// <param name="Evidence">The words that show it.</param>
public sealed record Signals(
    bool AsksForPerson, double Anger, bool Abuse, int Repeats, int FailedTurns, IReadOnlyList<string> Evidence);

/// <summary>What follows from the signals.</summary>
/// <param name="Kind">Hand over, offer a person, or go on.</param>
/// <param name="Reason">Why, as a key the desk can show.</param>
public sealed record HandoffDecision(HandoffKind Kind, string Reason);

/// <summary>How far a decision goes.</summary>
public enum HandoffKind
{
    /// <summary>The bot goes on.</summary>
    GoOn,

    /// <summary>The bot offers a person; the customer chooses.</summary>
    Offer,

    /// <summary>The conversation goes to the queue now.</summary>
    HandOver,
}

/// <summary>When a person is needed: a pure decision with its reason.</summary>
public static class HandoffPolicy
{
    private const double Upset = 0.5;
    private const double Furious = 0.8;
    private const int FailuresToOffer = 2;
    private const int FailuresToHandOver = 3;
    private const int RepeatsToOffer = 2;

    /// <summary>The first rule that fits decides: a wish comes before every guess.</summary>
    public static HandoffDecision Decide(Signals signals) => signals switch
    {
        { AsksForPerson: true } => new(HandoffKind.HandOver, "asked"),
        { FailedTurns: >= FailuresToHandOver } => new(HandoffKind.HandOver, "failed"),
        { Anger: >= Furious, Abuse: false } => new(HandoffKind.HandOver, "upset"),
        { FailedTurns: >= FailuresToOffer } => new(HandoffKind.Offer, "failed"),
        { Anger: >= Upset } or { Abuse: true } => new(HandoffKind.Offer, "upset"),
        { Repeats: >= RepeatsToOffer } => new(HandoffKind.Offer, "repeats"),
        _ => new(HandoffKind.GoOn, ""),
    };
}
