using System.Text.Json.Serialization;

namespace Warmline.Handoff.Policy;

/// <summary>What follows from a turn's signals.</summary>
/// <param name="Kind">How far it goes.</param>
/// <param name="Score">How much speaks for a person, 0 … 1.</param>
/// <param name="Reasons">Why, the weightiest first; empty when the bot goes on.</param>
/// <param name="Memory">What to remember for the next turn.</param>
public sealed record HandoffDecision(HandoffKind Kind, double Score, IReadOnlyList<HandoffReason> Reasons, PolicyMemory Memory)
{
    /// <summary>The weightiest reason's key, or nothing.</summary>
    public string Reason => Reasons is [var first, ..] ? first.Key : "";

    /// <summary>The customer's words behind all reasons.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Evidence => [.. Reasons.SelectMany(reason => reason.Evidence).Distinct(StringComparer.Ordinal)];
}

/// <summary>A reason that the desk shows in the agent's language.</summary>
/// <param name="Key">Such as <c>asked</c>, <c>failed</c>, <c>repeats</c>, <c>upset</c>, or a signal's name.</param>
/// <param name="Evidence">The customer's words.</param>
/// <param name="Lines">The lines it was noticed in, this turn's last.</param>
public sealed record HandoffReason(string Key, IReadOnlyList<string> Evidence, IReadOnlyList<long> Lines);

/// <summary>How far a decision goes.</summary>
public enum HandoffKind
{
    /// <summary>The bot goes on.</summary>
    Stay,

    /// <summary>The bot asks back once.</summary>
    Clarify,

    /// <summary>The bot offers a person; the customer chooses.</summary>
    Offer,

    /// <summary>The conversation goes to the queue now.</summary>
    HandOver,
}
