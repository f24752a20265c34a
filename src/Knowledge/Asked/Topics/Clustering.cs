namespace Warmline.Knowledge.Asked.Topics;

/// <summary>
/// Puts texts about the same together. One pass: a text joins the nearest cluster that is near enough, or begins one; an inverted index
/// of words names the few that are looked at. Then clusters whose middles are close become one. The same texts always give the same
/// clusters: those asked most come first.
/// </summary>
internal static class Clustering
{
    private const float NearEnough = 0.24f;
    private const float SameThing = 0.32f;
    private const int RareWords = 8;
    private const int MostPerWord = 2000;
    private const int MostLookedAt = 12;

    /// <summary>Largest first. The texts are in order of importance; their counts say how often each was asked.</summary>
    public static IReadOnlyList<WordCluster> Of(IReadOnlyList<(string Text, int Count)> texts, string language)
    {
        var vectors = new WordVectors();
        foreach (var (text, _) in texts)
        {
            vectors.Add(text, language);
        }

        var clusters = new List<WordCluster>();
        var index = new Dictionary<int, List<(int Cluster, float Weight)>>();
        for (var text = 0; text < texts.Count; text++)
        {
            var vector = vectors[text];
            if (vector.Terms.Length > 0)
            {
                Place(clusters, index, text, vector, texts[text].Count);
            }
        }

        return Join(clusters);
    }

    private static void Place(
        List<WordCluster> clusters, Dictionary<int, List<(int Cluster, float Weight)>> index, int text, WordVector vector, int count)
    {
        var nearest = Candidates(index, vector).Select(at => (Cluster: at, Near: clusters[at].Nearness(vector)))
            .OrderByDescending(each => each.Near).ThenBy(each => each.Cluster).FirstOrDefault();
        if (nearest.Near >= NearEnough)
        {
            clusters[nearest.Cluster].Add(text, vector, count);
            return;
        }

        var begun = new WordCluster();
        begun.Add(text, vector, count);
        clusters.Add(begun);
        for (var at = 0; at < vector.Terms.Length; at++)
        {
            var holders = index.TryGetValue(vector.Terms[at], out var known) ? known : index[vector.Terms[at]] = [];
            if (holders.Count < MostPerWord)
            {
                holders.Add((clusters.Count - 1, vector.Weights[at]));
            }
        }
    }

    private static IEnumerable<int> Candidates(Dictionary<int, List<(int Cluster, float Weight)>> index, WordVector vector)
    {
        var shared = new Dictionary<int, float>();
        for (var at = 0; at < Math.Min(vector.Terms.Length, RareWords); at++)
        {
            foreach (var (cluster, weight) in index.GetValueOrDefault(vector.Terms[at]) ?? [])
            {
                shared[cluster] = shared.GetValueOrDefault(cluster) + (weight * vector.Weights[at]);
            }
        }

        return shared.OrderByDescending(each => each.Value).ThenBy(each => each.Key).Take(MostLookedAt).Select(each => each.Key);
    }

    // The large ones swallow the small ones that came to be because the first text said it with other words.
    private static List<WordCluster> Join(List<WordCluster> clusters)
    {
        var kept = new List<WordCluster>();
        var index = new Dictionary<int, List<int>>();
        foreach (var cluster in clusters.Select((cluster, place) => (cluster, place)).OrderByDescending(each => each.cluster.Count).ThenBy(each => each.place).Select(each => each.cluster))
        {
            var terms = cluster.Strongest(RareWords / 2).Select(term => term.Key).ToList();
            var nearest = terms.SelectMany(term => index.GetValueOrDefault(term) ?? []).CountBy(at => at).OrderByDescending(each => each.Value).ThenBy(each => each.Key)
                .Take(MostLookedAt).Select(each => (Cluster: each.Key, Near: kept[each.Key].Nearness(cluster))).OrderByDescending(each => each.Near).FirstOrDefault();
            if (nearest.Near >= SameThing)
            {
                kept[nearest.Cluster].Take(cluster);
                continue;
            }

            kept.Add(cluster);
            foreach (var holders in terms.Select(term => index.TryGetValue(term, out var known) ? known : index[term] = []).Where(holders => holders.Count < MostPerWord))
            {
                holders.Add(kept.Count - 1);
            }
        }

        return [.. kept.OrderByDescending(cluster => cluster.Count)];
    }
}
