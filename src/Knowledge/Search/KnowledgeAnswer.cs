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
}

/// <summary>
/// An answer, up to three suggestions, or neither. For <see cref="KnowledgeAnswerKind.Answer"/> the <see cref="Article"/> is set.
/// <see cref="Score"/> is that of the best article that fits at all, 0 to 1; 0 when none does.
/// </summary>
public sealed record KnowledgeAnswer(
    KnowledgeAnswerKind Kind, KnowledgeArticle? Article, IReadOnlyList<KnowledgeSuggestion> Suggestions, double Score);

/// <summary>
/// An article as a customer reads it, values in place. <see cref="IsFallback"/>: it does not exist in the language asked for and
/// is in English.
/// </summary>
public sealed record KnowledgeArticle(string Key, string Language, string Title, string Markdown, bool IsFallback)
{
    /// <summary>The same for channels without Markdown; worked out when it is asked for, which most candidates never are.</summary>
    public string PlainText => Search.PlainText.From(Markdown);
}

/// <summary>An article that may be meant; <see cref="KnowledgeAnswers.GetAsync"/> gives its text.</summary>
public sealed record KnowledgeSuggestion(string Key, string Title, double Score);
