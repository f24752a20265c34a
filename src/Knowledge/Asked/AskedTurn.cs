namespace Warmline.Knowledge.Asked;

/// <summary>A turn of a conversation, as the host tells it. <paramref name="Seq"/> is the number of the customer's last line in it; <paramref name="At"/> is UTC.</summary>
public sealed record AskedTurn(string ConversationId, long Seq, string Language, DateTime At)
{
    /// <summary>What the customer asked of the articles; null: nothing.</summary>
    public AskedWords? Question { get; init; }

    /// <summary>Whether the answer before helped; null: the customer did not say.</summary>
    public bool? Helped { get; init; }

    /// <summary>A person was called in this turn.</summary>
    public bool HandedOver { get; init; }
}

/// <summary>A question, what came of it, and the keys of the articles it led to, best first. <paramref name="Confidence"/> is 0 to 1.</summary>
public sealed record AskedWords(string Text, AskedOutcome Outcome, IReadOnlyList<string> Keys, double Confidence)
{
    /// <summary>The question it may go on from.</summary>
    public string? Before { get; init; }

    /// <summary>The article that answered <see cref="Before"/>.</summary>
    public string? BeforeKey { get; init; }
}
