using Warmline.Knowledge.Language;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Asked.Guard;

/// <summary>A question to be asked again, and what is known of its right answer.</summary>
internal sealed record ReplayedQuestion(KnowledgeQuestion Question)
{
    public int Asked { get; init; }

    /// <summary>The article that is right, as far as anybody knows: a variant's own, the one that helped, the one customers took.</summary>
    public string? Right { get; init; }

    /// <summary>The article that did not help.</summary>
    public string? Wrong { get; init; }

    public int Helped { get; init; }

    public int NotHelped { get; init; }

    public string? VariantOf { get; init; }

    /// <summary>The same for the same question typed otherwise.</summary>
    public (string Language, string Words) Form { get; } = (Question.Language, TextNormalizer.Normalize(Question.Text));

    public static ReplayedQuestion Of(IReadOnlyList<CustomerQuestion> same)
    {
        var newest = same[0];
        var right = Most(same.Select(q => q.Helped == true ? q.TakenKey ?? q.ArticleKey : q.TakenKey));
        return new(new KnowledgeQuestion(newest.Words, newest.Language)
        {
            Before = newest is { Before: { } before, BeforeKey: { } key } ? new KnowledgeContext(before, key, AskedBack: false) : null,
        })
        {
            Asked = same.Count,
            Helped = same.Count(q => q.Helped == true),
            NotHelped = same.Count(q => q.Helped == false),
            Right = right,
            Wrong = Most(same.Where(q => q.Helped == false).Select(q => q.ArticleKey)) is { } wrong && wrong != right ? wrong : null,
        };
    }

    public static ReplayedQuestion Variant(string text, string language, string key) =>
        new(new KnowledgeQuestion(text, language)) { Right = key, VariantOf = key };

    /// <summary>The same, knowing nothing of a right article that customers can read neither before nor after.</summary>
    public ReplayedQuestion Among(Func<string, bool> isThere) => Right is { } right && !isThere(right) ? this with { Right = null } : this;

    /// <summary>Null: the customer sees the same as before.</summary>
    public ChangeVerdict? Judge(Reply before, Reply after)
    {
        if (before.Answer == after.Answer && (before.Answer is not null || before.Keys.SequenceEqual(after.Keys)))
        {
            return null;
        }

        var (was, becomes) = (Worth(before), Worth(after));
        return Right is null && IsWrong(before) ? ChangeVerdict.Different // away from what did not help, nobody knows whither
            : becomes > was ? ChangeVerdict.Better
            : becomes < was ? ChangeVerdict.Worse
            : before.Answer != after.Answer ? ChangeVerdict.Different : null;
    }

    public AnswerChange Changing(ChangeVerdict verdict, Reply before, Reply after) =>
        new(Question.Text, verdict, before, after) { Asked = Asked, Helped = Helped, NotHelped = NotHelped, VariantOf = VariantOf };

    private bool IsWrong(Reply reply) => reply.Answer is { } answer && answer == Wrong;

    // The right article; offered among others; some answer; nothing; an answer known to be wrong.
    private int Worth(Reply reply) =>
        reply.Answer is { } answer
            ? answer == Right ? 4 : IsWrong(reply) ? -1 : Right is null ? 2 : 0
            : reply.Keys.Count == 0 ? 0 : Right is null ? 1 : reply.Keys.Contains(Right) ? 2 : 0;

    private static string? Most(IEnumerable<string?> keys) =>
        keys.OfType<string>().CountBy(key => key).OrderByDescending(key => key.Value).ThenBy(key => key.Key, StringComparer.Ordinal).Select(key => key.Key).FirstOrDefault();
}
