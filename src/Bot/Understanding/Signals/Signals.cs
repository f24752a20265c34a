namespace Warmline.Bot.Understanding;

/// <summary>A strength 0..1 and the words behind it.</summary>
internal sealed record Signal(double Strength, IReadOnlyList<string> Evidence)
{
    public static readonly Signal None = new(0, []);

    /// <summary>From here on a signal counts as there.</summary>
    public const double Clear = 0.5;
}

/// <summary>How the customer is doing, by name. The decision to hand over is Handoff's.</summary>
internal sealed class Signals(IReadOnlyDictionary<string, Signal> all)
{
    public const string AsksForPerson = "asks_for_person";
    public const string Frustration = "frustration";
    public const string Anger = "anger";
    public const string Abuse = "abuse";
    public const string Shouting = "shouting";
    public const string Repeats = "repeats";

    /// <summary>The bot has just given an answer it gave before.</summary>
    public const string Loop = "loop";
    public const string SeveralOrders = "several_orders";
    public const string SeveralWishes = "several_wishes";

    /// <summary>The signals that phrases of the rule files speak for.</summary>
    public static readonly IReadOnlyList<string> OfPhrases =
    [
        Anger, "disappointment", "urgency", "sarcasm", Abuse, "vulnerability", "legal", "chargeback", "press", "again", "loyal", "not_understood",
    ];

    public IReadOnlyDictionary<string, Signal> All { get; } = all;

    /// <summary>The same with one more, or with another in its place.</summary>
    public Signals With(string name, Signal signal) => new(new Dictionary<string, Signal>(All, StringComparer.Ordinal) { [name] = signal });

    public Signal this[string name] => All.GetValueOrDefault(name) ?? Signal.None;
}

/// <summary>What was said before this turn.</summary>
/// <param name="EarlierLines">By the customer, oldest first.</param>
/// <param name="Answers">By the bot, oldest first.</param>
internal sealed record SoFar(IReadOnlyList<string> EarlierLines, IReadOnlyList<string> Answers)
{
    public static readonly SoFar Nothing = new([], []);
}
