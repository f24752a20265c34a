using System.Text.RegularExpressions;

namespace Warmline.Knowledge.Articles;

/// <summary>What a key, a tag and a language may look like. Keys become file names and addresses.</summary>
internal static partial class ArticleKeys
{
    private const int MaxTag = 40;
    private const int MostTags = 20;

    public static bool IsKey(string key) => key.Length <= Article.MaxKey && Key().IsMatch(key);

    public static bool IsLanguage(string language) => ArticleLanguages.All.Contains(language);

    public static IReadOnlyList<ContentProblem> Check(ArticleProperties properties)
    {
        var found = new Findings();
        found.Count(nameof(properties.Tags), properties.Tags.Count, MostTags);
        found.Once(nameof(properties.Tags), properties.Tags);
        foreach (var tag in properties.Tags.Where(tag => tag.Length > MaxTag || tag.Trim() != tag || !Tag().IsMatch(tag)))
        {
            found.Add(ContentFault.Value, nameof(properties.Tags), tag);
        }

        if (!IsLanguage(properties.SourceLanguage))
        {
            found.Add(ContentFault.Value, nameof(properties.SourceLanguage), properties.SourceLanguage);
        }

        if (properties.ValidFrom >= properties.ValidUntil)
        {
            found.Add(ContentFault.Value, nameof(properties.ValidUntil), $"{properties.ValidUntil:u}");
        }

        return found.All;
    }

    [GeneratedRegex(@"\A[a-z0-9]+(?:[._-][a-z0-9]+)*\z")]
    private static partial Regex Key();

    // Letters of any script, digits, blanks and dashes: no commas, no marks.
    [GeneratedRegex(@"\A[\p{L}\p{M}\p{N}\u200C _-]+\z")]
    private static partial Regex Tag();
}
