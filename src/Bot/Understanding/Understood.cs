namespace Warmline.Bot.Understanding;

/// <summary>What one turn's customer lines mean. <see cref="Intents"/> is never empty, best first.</summary>
internal sealed record Understood(string Language, IReadOnlyList<IntentScore> Intents, Entities Entities, Signals Signals)
{
    public IntentScore Top => Intents[0];

    /// <summary>What the lines speak of, narrower than the intents.</summary>
    public IReadOnlySet<Topic> Topics { get; init; } = new HashSet<Topic>();

    public bool Is(Topic topic) => Topics.Contains(topic);

    public double ConfidenceIn(Intent intent) => Intents.FirstOrDefault(score => score.Intent == intent)?.Confidence ?? 0;

    public bool Wants(Intent intent) => ConfidenceIn(intent) >= IntentScore.Sure;
}

/// <summary>One intent, how sure we are (0..1), and the customer's words that say so.</summary>
internal sealed record IntentScore(Intent Intent, double Confidence, IReadOnlyList<string> Evidence)
{
    /// <summary>From here on a dialog may act without asking back.</summary>
    public const double Sure = 0.5;

    /// <summary>From here on it is worth asking "did you mean …?"; less is as good as nothing.</summary>
    public const double Likely = 0.25;
}

/// <summary>Things named in the lines. Texts are the customer's own, digits made Latin.</summary>
internal sealed record Entities(
    IReadOnlyList<string> OrderNumbers,
    IReadOnlyList<string> Emails,
    IReadOnlyList<Phone> Phones,
    IReadOnlyList<string> UnusablePhones,
    IReadOnlyList<string> When)
{
    /// <summary>Days and times, worked out.</summary>
    public IReadOnlyList<TimeMention> Times { get; init; } = [];

    /// <summary>Words for a time that does not exist: 31 February, 25:00.</summary>
    public IReadOnlyList<string> UnusableTimes { get; init; } = [];

    public IReadOnlyList<Amount> Amounts { get; init; } = [];

    /// <summary>The shop's own names of its products, likeliest first.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    public string? OrderNumber => OrderNumbers is [var first, ..] ? first : null;

    public string? Email => Emails is [var first, ..] ? first : null;

    public string? Phone => Phones is [var first, ..] ? first.Display : null;

    /// <summary>All time words together, as the customer said them.</summary>
    public string? WhenWords => When.Count > 0 ? string.Join(", ", When) : null;
}

/// <summary>A valid phone number: as E.164, as people write it, and as the customer wrote it.</summary>
internal sealed record Phone(string E164, string Display, string AsWritten);
