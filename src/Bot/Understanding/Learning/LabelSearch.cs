using Warmline.Knowledge.Search;

namespace Warmline.Bot.Understanding.Learning;

/// <summary>
/// Labels searched for as if each were an article and its lines the ways to ask it. The
/// search's stems, synonyms and nearest lines know what planes learned from a handful of lines alone cannot.
/// </summary>
internal sealed class LabelSearch
{
    private readonly KnowledgeRanking _ranking;
    private readonly Dictionary<string, int> _places;
    private readonly string _language;

    /// <param name="lines">What was learned from.</param>
    /// <param name="labels">All labels, also those without a line.</param>
    /// <param name="language">The language most of the lines are in.</param>
    public LabelSearch(IEnumerable<TrainingLine> lines, IReadOnlyList<string> labels, string language)
    {
        _language = language;
        _places = labels.Select((label, at) => (label, at)).ToDictionary(pair => pair.label, pair => pair.at, StringComparer.Ordinal);
        _ranking = KnowledgeRanking.Of(lines.GroupBy(line => line.Label, StringComparer.Ordinal).Select(same =>
            new RankedArticle(same.Key, language, same.First().Line.Text, [.. same.Skip(1).Select(line => line.Line.Text)], "")));
    }

    /// <summary>How well each label fits, about 0 to 1.</summary>
    public float[] Fit(Line line)
    {
        var fits = new float[_places.Count];
        foreach (var (label, fit) in _ranking.Weigh(line.Text, _language))
        {
            fits[_places[label]] = (float)fit;
        }

        return fits;
    }
}
