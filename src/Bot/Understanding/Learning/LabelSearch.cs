using Warmline.Knowledge.Search;

namespace Warmline.Bot.Understanding.Learning;

/// <summary>
/// Labels searched for as if each were an article and its lines the ways to ask it. The
/// search's stems, synonyms and nearest lines know what planes learned from a handful of lines alone cannot.
/// </summary>
internal sealed class LabelSearch
{
    // What a search costs is mostly looking at the lines of each label.
    private const int MostLabels = 5;

    private readonly KnowledgeRanking _ranking;
    private readonly IReadOnlyList<string> _labels;
    private readonly Dictionary<string, int> _places;
    private readonly RowLanguages _languages;

    /// <param name="lines">What was learned from.</param>
    /// <param name="labels">All labels, also those without a line.</param>
    /// <param name="languages">Lines of one language are found by those of the same.</param>
    public LabelSearch(IEnumerable<TrainingLine> lines, IReadOnlyList<string> labels, RowLanguages languages)
    {
        (_labels, _languages) = (labels, languages);
        _places = labels.Select((label, at) => (label, at)).ToDictionary(pair => pair.label, pair => pair.at, StringComparer.Ordinal);
        _ranking = KnowledgeRanking.Of(lines.GroupBy(line => (line.Label, Language: languages.Of(line.Line))).Select(same =>
            new RankedArticle(same.Key.Label, same.Key.Language, same.First().Line.Text, [.. same.Skip(1).Select(line => line.Line.Text)], "")));
    }

    /// <summary>How well each label fits, about 0 to 1; 0 for those that the planes put far behind others.</summary>
    public float[] Fit(Line line, float[] margins)
    {
        var fits = new float[_places.Count];
        foreach (var (label, fit) in _ranking.Weigh(line.Text, _languages.Of(line), Likeliest(margins)))
        {
            fits[_places[label]] = (float)fit;
        }

        return fits;
    }

    private HashSet<string> Likeliest(float[] margins)
    {
        var order = margins.Select((margin, label) => (margin, label)).OrderByDescending(each => each.margin).Take(MostLabels);
        return [.. order.Select(each => _labels[each.label])];
    }
}
