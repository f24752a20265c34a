namespace Warmline.Knowledge.Search;

/// <summary>A question, its language (<c>en</c>, <c>pl</c>, <c>ru</c>, <c>fa</c>), and what else is known.</summary>
public sealed record KnowledgeQuestion(string Text, string Language)
{
    /// <summary>What was asked and answered just before: "and for shoes?" means nothing without it.</summary>
    public KnowledgeContext? Before { get; init; }

    /// <summary>What the conversation knows of the customer ("Poland", "shoes"): may choose a case instead of asking back.</summary>
    public IReadOnlyCollection<string> Facts { get; init; } = [];

    /// <summary>
    /// Where the line is known to be about something: the key of the article that answers whatever is asked about it (<c>returns.policy</c>).
    /// It is shown unless one of the same topic (<c>returns.</c>) or a surely right one fits better; no choice is offered.
    /// </summary>
    public string? General { get; init; }

    /// <summary>Whether articles for signed-in customers may be shown.</summary>
    public bool IsSignedIn { get; init; }
}

/// <summary>The last question, the article that answered or asked back, and whether it asked back.</summary>
public sealed record KnowledgeContext(string Question, string ArticleKey, bool AskedBack);
