namespace Warmline.Bot.Understanding.Learning;

/// <summary>A feature of a line as a vocabulary knows it.</summary>
/// <param name="At">Its place in the vocabulary; -1 when it was never seen.</param>
/// <param name="Word">The index of the word it begins in; -1 for the whole line.</param>
/// <param name="Kind">What kind of thing it is.</param>
internal readonly record struct Located(int At, short Word, FeatureKind Kind);

/// <summary>A line taken apart and looked up: what the questions to a classifier are asked of.</summary>
internal sealed record TakenLine(Located[] Features)
{
    /// <summary>Some of its words as if they were all that was said.</summary>
    public TakenLine Part(int first, int end)
    {
        var (part, beyond) = (new List<Located>(Features.Length), false);
        foreach (var feature in Features)
        {
            // A pair of words stands behind the second: the one that leads out of the part goes with what is beyond.
            beyond |= feature.Word >= end;
            if (feature.Word < 0 || (feature.Word >= first && !beyond))
            {
                part.Add(feature);
            }
        }

        return new TakenLine([.. part]);
    }
}
