using Warmline.Knowledge.Language;

namespace Warmline.Knowledge.Asked;

/// <summary>A question a customer asked: what was said to it, and what happened after. Personal data is masked before it comes here.</summary>
internal sealed class CustomerQuestion(string conversationId, long seq, string language, string words, DateTime at)
{
    public const int MaxConversation = 100;
    public const int MaxWords = 300;
    public const int MaxKeys = 400;

    /// <summary>Below this an answer is a guess.</summary>
    public const double Doubtful = 0.5;

    // A person who comes much later comes for something else.
    private const int FewLines = 10;
    private const char Between = '|';

    public string ConversationId { get; private set; } = conversationId;

    /// <summary>The customer's line.</summary>
    public long Seq { get; private set; } = seq;

    public string Language { get; private set; } = language;

    public string Words { get; private set; } = words;

    /// <summary>For comparing: the same question typed otherwise.</summary>
    public string NormalForm { get; private set; } = Cut(TextNormalizer.Normalize(words), MaxWords);

    public DateTime At { get; private set; } = at;

    /// <summary>The Monday (UTC) of its week.</summary>
    public DateTime Week { get; private set; } = WeekOf(at);

    public AskedOutcome Outcome { get; private set; }

    /// <summary>The article that answered or asked back.</summary>
    public string? ArticleKey { get; private set; }

    /// <summary>All keys, best first.</summary>
    public string KeyList { get; private set; } = "";

    public double Confidence { get; private set; }

    public string? Before { get; private set; }

    public string? BeforeKey { get; private set; }

    /// <summary>Of the offered, the one the customer took.</summary>
    public string? TakenKey { get; private set; }

    /// <summary>This line only took, or named the case for, what the question of that line had led to: it is no question of its own.</summary>
    public long? Takes { get; private set; }

    public bool? Helped { get; private set; }

    /// <summary>The line after which a person came.</summary>
    public long? HandoffSeq { get; private set; }

    /// <summary>The first question of those before a person came.</summary>
    public bool BeganHandoff { get; private set; }

    /// <summary>The last one, and the person came right after.</summary>
    public bool LedToPerson { get; private set; }

    public IReadOnlyList<string> Keys => KeyList.Split(Between, StringSplitOptions.RemoveEmptyEntries);

    public static CustomerQuestion Of(AskedTurn turn, AskedWords asked)
    {
        var question = new CustomerQuestion(turn.ConversationId, turn.Seq, turn.Language, Masked(asked.Text), turn.At)
        {
            Outcome = asked.Outcome,
            ArticleKey = asked.Outcome is AskedOutcome.Answer or AskedOutcome.AskedBack && asked.Keys.Count > 0 ? asked.Keys[0] : null,
            KeyList = Cut(string.Join(Between, asked.Keys), MaxKeys),
            Confidence = asked.Confidence,
            Before = asked.Before is { } before ? Masked(before) : null,
            BeforeKey = asked.BeforeKey,
        };
        return question;
    }

    public static DateTime WeekOf(DateTime at) => at.Date.AddDays(-(((int)at.DayOfWeek + 6) % 7));

    public static string Masked(string words) => Cut(PersonalData.Mask(words).Trim(), MaxWords);

    /// <summary>The question before led here, by a choice the customer took or a case they named.</summary>
    public void Follow(CustomerQuestion before)
    {
        if (Outcome != AskedOutcome.Answer || before.TakenKey is not null)
        {
            return;
        }

        if ((before.Outcome == AskedOutcome.Choices && before.Keys.Contains(ArticleKey)) || (before.Outcome == AskedOutcome.AskedBack && before.ArticleKey == ArticleKey))
        {
            before.TakenKey = ArticleKey;
            Takes = before.Seq;
        }
    }

    public void Judge(bool helped) => Helped = helped;

    public void PersonCame(long seq, bool isFirst, bool isLast) =>
        (HandoffSeq, BeganHandoff, LedToPerson) = (seq, isFirst, isLast && seq - Seq <= FewLines);

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
