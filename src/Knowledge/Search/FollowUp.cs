using Warmline.Knowledge.Language;
using Warmline.Knowledge.Search.Words;

namespace Warmline.Knowledge.Search;

/// <summary>"And for shoes?": a line too short to ask anything by itself goes on from what was asked before.</summary>
internal static class FollowUp
{
    private const int MostWords = 3;
    private const double SureAlone = 0.8;

    // A line that begins so goes on from the last one.
    private static readonly Dictionary<string, HashSet<string>> Beginnings = new()
    {
        ["en"] = ["and", "what", "how", "also", "but", "or", "for"],
        ["pl"] = ["a", "i", "oraz", "albo", "co", "dla"],
        ["ru"] = ["а", "и", "или", "насчет", "для"],
        ["fa"] = ["و", "پس", "برای", "درباره", "یا"],
    };

    /// <summary>The question with the earlier one before it; null when it stands by itself.</summary>
    public static string? Of(KnowledgeQuestion question, double confidenceAlone)
    {
        if (question.Before is not { AskedBack: false } before)
        {
            return null;
        }

        var terms = Terms.Of(question.Text, question.Language, withPairs: false).Where(term => term.IsWord).ToList();
        var begins = terms.Count > 0 && Beginnings.TryGetValue(question.Language, out var words) && words.Contains(terms[0].Word);
        var meaning = terms.Count(term => !term.SaysLittle);
        return meaning is > 0 and <= MostWords && begins && confidenceAlone < SureAlone ? $"{before.Question} {question.Text}" : null;
    }
}
