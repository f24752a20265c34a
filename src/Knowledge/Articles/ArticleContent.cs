namespace Warmline.Knowledge.Articles;

/// <summary>What an article says in one language, as an editor wrote it. Never changed: every edit is a new one.</summary>
internal sealed record ArticleContent
{
    public required string Title { get; init; }

    /// <summary>Ways customers ask for it, in the editor's order.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>Markdown, with placeholders such as <c>{returns.windowDays}</c>.</summary>
    public required string Answer { get; init; }

    /// <summary>Plain words for channels of short messages; null: <see cref="Answer"/> without its marks.</summary>
    public string? ShortForm { get; init; }

    public IReadOnlyList<ArticleButton> Buttons { get; init; } = [];

    /// <summary>Asked back when the answer depends on one of <see cref="Cases"/> that the question did not name.</summary>
    public string? AskBack { get; init; }

    public IReadOnlyList<ArticleCase> Cases { get; init; } = [];
}

/// <summary>A button under an answer: starts a task of the bot (<c>order_status</c>, <c>start_return</c>, <c>cancel_order</c>, <c>change_address</c>,
/// <c>callback</c>, <c>person</c>) or opens <see cref="Link"/>. Exactly one of both is set.</summary>
internal sealed record ArticleButton(string Label, string? Task = null, Uri? Link = null);

/// <summary>One of several answers (a country, a kind of goods): chosen by its label or by one of the words in the question.</summary>
internal sealed record ArticleCase(string Label, IReadOnlyList<string> Words, string Answer);
