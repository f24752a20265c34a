namespace Warmline.Knowledge.Asked;

/// <summary>Somebody of the shop says that the answer in that line is wrong. <see cref="Seq"/> is the line of the bot that shows it.</summary>
internal sealed class AnswerReport(string conversationId, long seq, string articleKey, string language, DateTime at)
{
    public string ConversationId { get; private set; } = conversationId;

    public long Seq { get; private set; } = seq;

    public string ArticleKey { get; private set; } = articleKey;

    public string Language { get; private set; } = language;

    public DateTime At { get; private set; } = at;

    public required string ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>An editor has dealt with it.</summary>
    public DateTime? SettledAt { get; private set; }

    public string? SettledBy { get; private set; }

    public void Settle(string by, DateTime now)
    {
        if (SettledAt is null)
        {
            (SettledAt, SettledBy) = (now, by);
        }
    }
}

/// <summary>A report, and the question the answer was given to; null: it is not known any more.</summary>
internal sealed record ReportedAnswer(AnswerReport Report, string? Question);
