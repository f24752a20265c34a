using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.Asked.Figures;

/// <summary>A week of questions in a language; the week is named by its Monday.</summary>
/// <param name="Answered">An article was shown, or asked back.</param>
/// <param name="Choices">Articles were offered; of these <paramref name="Taken"/> led to one.</param>
/// <param name="Yes">"Did this help?": yes.</param>
/// <param name="ToPerson">A person came right after.</param>
internal sealed record Coverage(string Language, DateTime Week, int Questions, int Answered, int Choices, int Taken, int Yes, int No, int ToPerson)
{
    public int None => Questions - Answered - Choices;

    public double AnsweredShare => Questions == 0 ? 0 : (double)Answered / Questions;

    /// <summary>Of those who said; null: nobody did.</summary>
    public double? HelpedRate => Yes + No == 0 ? null : (double)Yes / (Yes + No);

    /// <summary>Both together; language and week are the first one's.</summary>
    public static Coverage operator +(Coverage one, Coverage other) => one with
    {
        Questions = one.Questions + other.Questions,
        Answered = one.Answered + other.Answered,
        Choices = one.Choices + other.Choices,
        Taken = one.Taken + other.Taken,
        Yes = one.Yes + other.Yes,
        No = one.No + other.No,
        ToPerson = one.ToPerson + other.ToPerson,
    };
}

/// <summary>How an article in one language was used.</summary>
internal sealed record ArticleUseFigures(string Key, string Language, int Answered, int Yes, int No, int ToPerson, int Reported, DateTime LastAt)
{
    /// <summary>Of those who said; null: nobody did.</summary>
    public double? HelpedRate => Yes + No == 0 ? null : (double)Yes / (Yes + No);
}

/// <summary>A question an article answered.</summary>
internal sealed record AnsweredQuestion(string ConversationId, long Seq, string Language, string Words, DateTime At, double Confidence, bool? Helped, bool LedToPerson);

/// <summary>A text to look at again: untouched for long (<see cref="IsOld"/>), or a translation that is missing or stale.</summary>
internal sealed record StaleText(string Key, string Language, string Title, DateTime? TouchedAt, TranslationStatus Translation, bool IsOld);
