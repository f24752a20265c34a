namespace Warmline.Bot.Understanding.Learning;

/// <summary>Takes a line apart for the classifiers: words, pairs of words, pieces of two to five letters (with the word's edges), marks.</summary>
internal static class FeatureReader
{
    private const int ShortestPiece = 2;
    private const int LongestPiece = 5;

    // Order numbers, prices and phones: how long they are says what they are, the digits do not.
    private const int LongestNumber = 6;
    private const char Edge = ' ';
    private const string Marks = "?؟!)(";
    private const uint Seed = 2166136261;

    public static void Read(Line line, List<Feature> features)
    {
        var before = 0u;
        for (var at = 0; at < line.Words.Length; at++)
        {
            var word = ReadWord(line.Words[at].Text, at, features);
            if (at > 0)
            {
                features.Add(new Feature(Mix(Mix(Seed, before), word), FeatureKind.Word, at - 1));
            }

            before = word;
        }

        foreach (var mark in Marks)
        {
            if (line.Text.Contains(mark, StringComparison.Ordinal))
            {
                features.Add(new Feature(Mix(Seed, mark), FeatureKind.Word, -1));
            }
        }
    }

    private static uint ReadWord(string word, int at, List<Feature> features)
    {
        Span<char> edged = stackalloc char[word.Length + 2];
        var length = Write(word, edged);
        var whole = Hash(edged[1..(length - 1)]);
        features.Add(new Feature(whole, FeatureKind.Word, at));
        for (var first = 0; first + ShortestPiece <= length; first++)
        {
            var hash = Mix(Seed, edged[first]);
            for (var last = first + 1; last < length && last < first + LongestPiece; last++)
            {
                hash = Mix(hash, edged[last]);
                features.Add(new Feature(Mix(hash, (uint)(last - first)), FeatureKind.Piece, at));
            }
        }

        return whole;
    }

    private static int Write(string word, Span<char> edged)
    {
        edged[0] = Edge;
        var (length, digits) = (1, 0);
        foreach (var letter in word)
        {
            digits = char.IsAsciiDigit(letter) ? digits + 1 : 0;
            if (digits <= LongestNumber)
            {
                edged[length++] = digits > 0 ? '0' : letter;
            }
        }

        edged[length++] = Edge;
        return length;
    }

    private static uint Hash(ReadOnlySpan<char> letters)
    {
        var hash = Seed;
        foreach (var letter in letters)
        {
            hash = Mix(hash, letter);
        }

        return Mix(hash, '=');
    }

    private static uint Mix(uint hash, uint part)
    {
        hash = (hash ^ part) * 0x85EBCA6B;
        return hash ^ (hash >> 15);
    }
}
