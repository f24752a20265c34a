using System.Text.Json.Serialization;

namespace Warmline.Handoff.Policy;

/// <summary>Something that was noticed about a customer in one turn.</summary>
/// <param name="Name">Such as <c>asks_for_person</c>, <c>anger</c>, <c>legal</c>; see <see cref="PolicyOptions"/> for all names.</param>
/// <param name="Strength">0 … 1.</param>
/// <param name="Evidence">The customer's words that show it.</param>
public sealed record NoticedSignal(string Name, double Strength, IReadOnlyList<string> Evidence);

/// <summary>What the policy may know about a turn.</summary>
/// <param name="Seq">The last line of the turn.</param>
/// <param name="Signals">What was noticed.</param>
/// <param name="FailedTurns">Turns in a row, this one included, in which the bot could not help.</param>
/// <param name="Topic">What the customer wants, as the bot's intents are named; null when nothing was understood.</param>
public sealed record NoticedTurn(long Seq, IReadOnlyList<NoticedSignal> Signals, int FailedTurns = 0, string? Topic = null)
{
    /// <summary>How strong a signal is, 0 when it was not noticed.</summary>
    public double Strength(string name) => Signals.FirstOrDefault(signal => signal.Name == name)?.Strength ?? 0;
}

/// <summary>What stays from earlier turns. The host keeps it between turns.</summary>
public sealed record PolicyMemory
{
    /// <summary>How tense the talk was after the last turn, 0 … 1.</summary>
    public double Tension { get; init; }

    /// <summary>How often the customer has said the same again without help.</summary>
    public int Repeats { get; init; }

    /// <summary>Clear signals of earlier turns with their lines, oldest first; the latest dozen.</summary>
    public IReadOnlyList<PastSignal> Past { get; init; } = [];
}

/// <summary>A clear signal of an earlier turn.</summary>
public sealed record PastSignal(string Name, long Seq);

/// <summary>What the bot made of a turn, kept beside its line for the team: never in the log, which the customer may see.</summary>
/// <param name="Language">The language it was read in.</param>
/// <param name="Intents">What the customer may want, best first.</param>
/// <param name="Signals">How the customer is doing.</param>
/// <param name="Decision">What the policy made of it.</param>
public sealed record TurnInsight(
    string Language, IReadOnlyList<UnderstoodIntent> Intents, IReadOnlyList<NoticedSignal> Signals, HandoffDecision Decision)
{
    /// <summary>What was asked of the shop's articles in the turn, and what they answered; null: nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public KnowledgeNote? Asked { get; init; }

    /// <summary>Whether the last answer helped, where the customer said so in this turn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Helped { get; init; }

    /// <summary>Why the turn led to a person; filled in when it is kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HandedOver { get; init; }
}

/// <summary>One thing the customer may want.</summary>
/// <param name="Name">As the bot's intents are named, such as <c>order_status</c>.</param>
/// <param name="Confidence">0 … 1.</param>
/// <param name="Evidence">The customer's words that say so.</param>
public sealed record UnderstoodIntent(string Name, double Confidence, IReadOnlyList<string> Evidence);
