using System.Text.Json.Serialization;

namespace Warmline.Handoff.Policy;

/// <summary>A question put to the shop's articles in a turn, and what came of it.</summary>
/// <param name="Question">The customer's words, personal data masked; at most 300 characters are kept.</param>
/// <param name="Outcome"><see cref="Answer"/>, <see cref="Choices"/>, <see cref="AskedBack"/> or <see cref="None"/>.</param>
/// <param name="Keys">The article that answered or asked back, or those offered, best first.</param>
/// <param name="Confidence">0 … 1.</param>
public sealed record KnowledgeNote(string Question, string Outcome, IReadOnlyList<string> Keys, double Confidence)
{
    /// <summary>An article was shown.</summary>
    public const string Answer = "answer";

    /// <summary>Several were offered to choose from.</summary>
    public const string Choices = "choices";

    /// <summary>The article asked which case it is.</summary>
    public const string AskedBack = "asked_back";

    /// <summary>Nothing fitted.</summary>
    public const string None = "none";

    /// <summary>The question before, which this one may go on from, masked too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Before { get; init; }

    /// <summary>The article that answered <see cref="Before"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BeforeKey { get; init; }

    /// <summary>Which of the turn's lines shows the article, 1 for the first; kept as the number that line has in the log.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Line { get; init; }
}
