using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Answers;

/// <summary>A question as it is put to the model. <see cref="Conversation"/> is whose budget it uses.</summary>
public sealed record GroundedQuestion(string Conversation, string Text, string Language)
{
    /// <summary>What was asked just before, where the question goes on from it.</summary>
    public string? Before { get; init; }
}

/// <summary>Sentences that end in the numbers of their sources: <c>[1]</c> is the first of <see cref="Sources"/>. Markdown, in the language of the question.</summary>
public sealed record GroundedAnswer(string Markdown, IReadOnlyList<KnowledgeArticle> Sources);
