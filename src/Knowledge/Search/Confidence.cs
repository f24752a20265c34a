using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Search;

/// <summary>
/// How likely the best article answers the question, 0 to 1: a logistic function of how well it fits, how far the next one is
/// behind and how much of the question it knows. Fitted on the even lines of our questions, a third of which no article answers.
/// </summary>
internal static class Confidence
{
    public const double AnswerFrom = 0.5;
    public const double OfferFrom = 0.2;
    private const float NotFarBehind = 0.5f;

    // Fit, lead, known, and what is added to them.
    private static readonly float[] WithLearned = [6f, 6f, 1f, -3f];
    private static readonly float[] Without = [6f, 6f, 1f, -3.5f];

    public static double Of(IReadOnlyList<Found> found)
    {
        if (found.Count == 0)
        {
            return 0;
        }

        var best = found[0];
        var lead = best.Score - (found.Count > 1 ? found[1].Score : 0);
        var weights = best.Evidence.Learned is null ? Without : WithLearned;
        return 1 / (1 + Math.Exp(-((weights[0] * best.Score) + (weights[1] * lead) + (weights[2] * best.Evidence.Known) + weights[3])));
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
