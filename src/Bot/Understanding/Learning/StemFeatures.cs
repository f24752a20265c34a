using Warmline.Knowledge.Search;

namespace Warmline.Bot.Understanding.Learning;

/// <summary>Takes a line apart into words and pieces, and into the stems, their pairs and the concepts by which articles are found: rows that say the same in other words come nearer.</summary>
internal static class StemFeatures
{
    private const uint Seed = 0x9E3779B9;
    private const int WholeLine = -1;

    public static FeatureSource In(RowLanguages languages) => (line, features) =>
    {
        FeatureReader.Read(line, features);
        foreach (var stem in KnowledgeRanking.StemsOf(line.Text, languages.Of(line)))
        {
            features.Add(new Feature(Hash(stem), FeatureKind.Stem, WholeLine));
        }
    };

    private static uint Hash(string stem)
    {
        var hash = Seed;
        foreach (var letter in stem)
        {
            hash = (hash ^ letter) * 0x85EBCA6B;
            hash ^= hash >> 15;
        }

        return hash;
    }
}
