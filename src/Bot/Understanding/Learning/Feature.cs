namespace Warmline.Bot.Understanding.Learning;

/// <summary>What kind of thing a feature is; each kind is weighed apart.</summary>
internal enum FeatureKind : byte
{
    /// <summary>A word, two words in a row, a mark.</summary>
    Word,

    /// <summary>A few letters of a word.</summary>
    Piece,

    /// <summary>What a lexicon knows of a word.</summary>
    Known,

    /// <summary>A piece again, where words say more: what moods are learned from speaks of other things than what is read.</summary>
    Trace,

    /// <summary>The stem of a word, two stems in a row, a concept.</summary>
    Stem,
}

/// <summary>Something a line has.</summary>
/// <param name="Hash">What it is.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Word">The index of the word it begins in, for explaining; -1 for the whole line.</param>
internal readonly record struct Feature(uint Hash, FeatureKind Kind, int Word);

/// <summary>Takes a line apart, adding what it finds to a list.</summary>
internal delegate void FeatureSource(Line line, List<Feature> features);
