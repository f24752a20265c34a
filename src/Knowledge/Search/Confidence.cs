using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Search;

/// <summary>
/// How likely the best article answers the question, 0 to 1: a logistic function of how well it fits, how far the next one is
/// behind, and how many words say what is asked: few words fit something by chance. Fitted in four languages together, each set
/// counting alike: on the even lines of our questions, a third of which no article answers, asked of the starter articles whole, of
/// two ways to ask each (<see cref="WithLearned"/>) and of titles alone (<see cref="Without"/>), and on training phrases of the bot
/// taken for articles, with the writers who came later asking. One shop's articles alone made it too sure of others'.
/// </summary>
internal static class Confidence
{
    public const double AnswerFrom = 0.6;
    public const double OfferFrom = 0.15;
    private const float ClearLead = 0.01f;
    private const float NotFarBehind = 0.5f;
    private const double Choices = (AnswerFrom + OfferFrom) / 2;
    private const double Guess = 0.05;
    private const int ManyWords = 4;

    // Of the fit, of the lead, of the words, and what is added.
    private static readonly float[] WithLearned = [10.8f, 3.9f, 0.36f, -5.2f];
    private static readonly float[] Without = [9f, 0.5f, 0f, -3.6f];

    public static double Of(IReadOnlyList<Found> found)
    {
        if (found.Count == 0)
        {
            return 0;
        }

        var best = found[0];
        var lead = best.Score - (found.Count > 1 ? found[1].Score : 0);
        var weights = best.Evidence.Learned is null ? Without : WithLearned;
        if (!best.Question.IsKnown)
        {
            return Guess; // "I need a …": whatever it is, nothing here speaks of it
        }

        if (best.Question.IsBare && found.Count > 1)
        {
            return Choices;
        }

        var words = Math.Min(best.Question.Content, ManyWords);
        var likely = 1 / (1 + Math.Exp(-((weights[0] * best.Score) + (weights[1] * lead) + (weights[2] * words) + weights[3])));
        return found.Count > 1 && lead < ClearLead ? likely / 2 : likely; // of two that fit alike, one is right
    }

    public static KnowledgeAnswerKind Decide(double confidence) => confidence switch
    {
        >= AnswerFrom => KnowledgeAnswerKind.Answer,
        >= OfferFrom => KnowledgeAnswerKind.Suggestions,
        _ => KnowledgeAnswerKind.None,
    };

    /// <summary>Of the best few, those not far behind the first; where one word is all that was said, each.</summary>
    public static IEnumerable<Found> WorthOffering(IReadOnlyList<Found> found) =>
        found.Where(each => each.Question.IsBare || each.Score >= found[0].Score * NotFarBehind);
}
