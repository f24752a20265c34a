namespace Warmline.Bot.Understanding.Learning;

/// <summary>Words and pairs of words are weighed apart from pieces of words.</summary>
internal enum FeatureKind : byte
{
    Word,
    Piece,
}

/// <summary>Something a line has: a word, two words in a row, or a piece of a word.</summary>
/// <param name="Hash">What it is.</param>
/// <param name="Kind">Which group it is weighed in.</param>
/// <param name="Word">The index of the word it begins in, for explaining; -1 for the whole line.</param>
internal readonly record struct Feature(uint Hash, FeatureKind Kind, int Word);
