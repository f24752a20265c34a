namespace Warmline.Knowledge.Search;

/// <summary>
/// The beginning of a word stands for all its forms. Crude beside a real stemmer, but the same few lines serve three inflected
/// languages and English, and character trigrams catch what it cuts wrongly.
/// </summary>
internal static class Stems
{
    private const int Longest = 5;
    private const int Shortest = 3;
    private const string Endings = "aeiouyаеиоуыэюяйьіای";

    public static string Of(string word, string language)
    {
        var root = language == "fa" ? WithoutVerbPrefix(word) : word;
        if (root.Length > Longest)
        {
            return root[..Longest];
        }

        return root.Length > Shortest && Endings.Contains(root[^1], StringComparison.Ordinal) ? root[..^1] : root;
    }

    // "میخواهم" is often typed without its half-space.
    private static string WithoutVerbPrefix(string word) =>
        word.Length > 5 && word.StartsWith("نمی", StringComparison.Ordinal) ? word[3..] :
        word.Length > 4 && word.StartsWith("می", StringComparison.Ordinal) ? word[2..] : word;
}
