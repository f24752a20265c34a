using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Search;

/// <summary>
/// How likely the best article answers the question, 0 to 1: a logistic function of how well it fits and how far the next one is
/// behind. Fitted on the even lines of our questions, a third of which no article answers.
/// </summary>
internal static class Confidence
{
    public const double AnswerFrom = 0.5;
    public const double OfferFrom = 0.15;
    private const float ClearLead = 0.01f;
    private const float NotFarBehind = 0.5f;

    // Of the fit, of the lead, and what is added.
    private static readonly float[] WithLearned = [16f, 2.5f, -5.5f];
    private static readonly float[] Without = [9.5f, 3.8f, -3.9f];

    public static double Of(IReadOnlyList<Found> found)
    {
        if (found.Count == 0)
        {
            return 0;
        }

        var best = found[0];
        var lead = best.Score - (found.Count > 1 ? found[1].Score : 0);
        var weights = best.Evidence.Learned is null ? Without : WithLearned;
        var likely = 1 / (1 + Math.Exp(-((weights[0] * best.Score) + (weights[1] * lead) + weights[2])));
        return found.Count > 1 && lead < ClearLead ? likely / 2 : likely; // of two that fit alike, one is right
    }

    public static KnowledgeAnswerKind Decide(double confidence) => confidence switch
    {
        >= AnswerFrom => KnowledgeAnswerKind.Answer,
        >= OfferFrom => KnowledgeAnswerKind.Suggestions,
        _ => KnowledgeAnswerKind.None,
    };

    /// <summary>Of the best few, those not far behind the first.</summary>
    public static IEnumerable<Found> WorthOffering(IReadOnlyList<Found> found) => found.Where(each => each.Score >= found[0].Score * NotFarBehind);
}
