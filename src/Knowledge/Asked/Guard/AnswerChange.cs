using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Asked.Guard;

internal enum ChangeVerdict
{
    /// <summary>Nobody knows: another article answers.</summary>
    Different = 0,

    Better = 1,

    Worse = 2,
}

/// <summary>What the engine says to a question: the keys it would show or offer, best first; none where nothing fits.</summary>
internal sealed record Reply(KnowledgeAnswerKind Kind, IReadOnlyList<string> Keys, double Confidence)
{
    public string? Answer => Kind is KnowledgeAnswerKind.Answer or KnowledgeAnswerKind.AskBack && Keys.Count > 0 ? Keys[0] : null;
}

/// <summary>A question whose answer changes. The counts are of customers who asked it in these words.</summary>
internal sealed record AnswerChange(string Words, ChangeVerdict Verdict, Reply Before, Reply After)
{
    /// <summary>How often it was asked; 0 for a title or variant of an article.</summary>
    public int Asked { get; init; }

    /// <summary>Customers whom the answer before helped.</summary>
    public int Helped { get; init; }

    public int NotHelped { get; init; }

    /// <summary>The article it is a title or variant of; null: it is none, only customers asked it.</summary>
    public string? VariantOf { get; init; }
}

/// <summary>What publishing would change. Worse ones first.</summary>
internal sealed record GuardReport(int Replayed, IReadOnlyList<AnswerChange> Changes)
{
    /// <summary>How many of the replayed were asked by customers; the others are titles and variants of articles.</summary>
    public int Stored { get; init; }

    public int Of(ChangeVerdict verdict) => Changes.Count(change => change.Verdict == verdict);
}

/// <summary>What one text would become; <see cref="Content"/> null: it is taken from the customers.</summary>
internal sealed record Candidate(string Key, string Language, Articles.ArticleContent? Content)
{
    /// <summary>Whether customers would see it (signed in or not) at this moment.</summary>
    public Func<bool, bool> IsShown { get; init; } = static _ => true;
}
