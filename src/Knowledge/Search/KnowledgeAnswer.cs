namespace Warmline.Knowledge.Search;

/// <summary>What the knowledge store can say to a question.</summary>
public enum KnowledgeAnswerKind
{
    /// <summary>Nothing fits: say so and offer a person.</summary>
    None,

    /// <summary>Several articles may be meant: offer <see cref="KnowledgeAnswer.Suggestions"/> to choose from.</summary>
    Suggestions,

    /// <summary>This article answers it.</summary>
    Answer,

    /// <summary>The answer depends on a case the customer did not name: ask <see cref="KnowledgeAnswer.AskBack"/>.</summary>
    AskBack,
}

/// <summary>
/// An answer, up to three suggestions, a question back, or none of them. For <see cref="KnowledgeAnswerKind.Answer"/> the
/// <see cref="Article"/> is set. <see cref="Score"/> is how likely the best article is the right one, 0 to 1; 0 when none fits.
/// </summary>
public sealed record KnowledgeAnswer(
    KnowledgeAnswerKind Kind, KnowledgeArticle? Article, IReadOnlyList<KnowledgeSuggestion> Suggestions, double Score)
{
    /// <summary>Set for <see cref="KnowledgeAnswerKind.AskBack"/> only.</summary>
    public KnowledgeAskBack? AskBack { get; init; }
}

/// <summary>
/// An article as a customer reads it, values in place. <see cref="IsFallback"/>: it does not exist in the language asked for and
/// is in English.
/// </summary>
public sealed record KnowledgeArticle(string Key, string Language, string Title, string Markdown, bool IsFallback)
{
    /// <summary>The same for channels without Markdown; worked out when it is asked for, which most candidates never are.</summary>
    public string PlainText => Search.PlainText.From(Markdown);

    /// <summary>The editor's own words for channels of short messages, else <see cref="PlainText"/>.</summary>
    public string ShortText => ShortForm ?? PlainText;

    /// <summary>In the editor's order.</summary>
    public IReadOnlyList<KnowledgeButton> Buttons { get; init; } = [];

    internal string? ShortForm { get; init; }
}

/// <summary>A button under an article: <see cref="Task"/> names a task of the bot to start, <see cref="Link"/> opens, or <see cref="Question"/> is asked. One of them is set.</summary>
public sealed record KnowledgeButton(string Label, string? Task, Uri? Link)
{
    /// <summary>What to ask for another article that this one speaks of.</summary>
    public string? Question { get; init; }
}

/// <summary>An article that may be meant; <see cref="KnowledgeAnswers.GetAsync"/> gives its text.</summary>
public sealed record KnowledgeSuggestion(string Key, string Title, double Score);

/// <summary>What to ask before the article can answer, and the cases to choose from: a line that is one of them chooses it.</summary>
public sealed record KnowledgeAskBack(string Key, string Title, string Question, IReadOnlyList<string> Cases);
