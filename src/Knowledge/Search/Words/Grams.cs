namespace Warmline.Knowledge.Search.Words;

/// <summary>The runs of two to four characters in a word with its borders, each packed into one number.</summary>
internal static class Grams
{
    private const int Shortest = 2;
    private const int Longest = 4;

    public static void Of(string word, HashSet<ulong> into)
    {
        if (word[0] == Terms.Mark)
        {
            return;
        }

        for (var start = -1; start < word.Length; start++)
        {
            var packed = (ulong)At(word, start);
            for (var length = Shortest; length <= Longest && start + length - 1 <= word.Length; length++)
            {
                packed = (packed << 16) | At(word, start + length - 1);
                into.Add(packed);
            }
        }
    }

    private static char At(string word, int at) => at < 0 || at >= word.Length ? ' ' : word[at];
}
