using Warmline.Bot.Understanding.Learning;

namespace Warmline.Bot.Understanding;

/// <summary>For judging moods: words and pieces, and what the lexicons know of them, alone and summed up.</summary>
internal static class MoodFeatures
{
    private const uint Total = 0x70_0000;
    private const uint Single = 0x71_0000;
    private const int MostSummed = 9;

    public static void Read(Line line, List<Feature> features)
    {
        FeatureReader.Read(line, features);
        for (var at = 0; at < features.Count; at++)
        {
            features[at] = features[at] is { Kind: FeatureKind.Piece } piece ? piece with { Kind = FeatureKind.Trace } : features[at];
        }

        ReadLexicon(line, features);
    }

    private static void ReadLexicon(Line line, List<Feature> features)
    {
        var (good, bad) = (0, 0);
        foreach (var found in Lexicon.Find(line))
        {
            features.Add(new Feature(Single + (uint)(found.Strength + MostSummed), FeatureKind.Known, found.Word));
            good += found.Strength == MoodWord.Sorrow ? 0 : Math.Max(0, found.Strength);
            bad -= Math.Min(0, found.Strength);
        }

        var (sum, any) = (Math.Clamp(good - bad, -MostSummed, MostSummed), (Math.Sign(good) * 2) + Math.Sign(bad));
        features.Add(new Feature(Total + (uint)(sum + MostSummed), FeatureKind.Known, -1));
        features.Add(new Feature(Total + 100 + (uint)any, FeatureKind.Known, -1));
        features.Add(new Feature(Total + 200 + (uint)(Math.Sign(sum) + 1), FeatureKind.Known, -1));
    }
}
