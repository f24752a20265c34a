using Warmline.Handoff.Policy;
using Warmline.Knowledge.Language;
using Warmline.Knowledge.Search;

namespace Warmline.Bot.Dialogs;

/// <summary>Notes what was asked of the articles and what came of it, for those who write them. Stored with the turn, masked.</summary>
internal static class Asked
{
    /// <summary>Noted before the article is shown: the next line of the turn is the one that shows it.</summary>
    public static void Answered(Talk talk, string question, string key, double confidence) =>
        Note(talk, question, KnowledgeNote.Answer, [key], confidence, talk.Turn.LineCount + 1);

    public static void Back(Talk talk, string question, KnowledgeAskBack askBack) =>
        Note(talk, question, KnowledgeNote.AskedBack, [askBack.Key], 1, null);

    public static void Choices(Talk talk, string question, KnowledgeAnswer answer) =>
        Note(talk, question, KnowledgeNote.Choices, [.. answer.Suggestions.Select(suggestion => suggestion.Key)], answer.Score, null);

    public static void Nothing(Talk talk, string question, double confidence) => Note(talk, question, KnowledgeNote.None, [], confidence, null);

    private static void Note(Talk talk, string question, string outcome, IReadOnlyList<string> keys, double confidence, int? line) =>
        talk.Turn.Asked = new KnowledgeNote(PersonalData.Mask(question), outcome, keys, confidence)
        {
            Before = talk.AskedBefore is { } before ? PersonalData.Mask(before.Question) : null,
            BeforeKey = talk.AskedBefore?.ArticleKey,
            Line = line,
        };
}
