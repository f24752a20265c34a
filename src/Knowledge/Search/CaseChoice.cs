using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Search.Words;

namespace Warmline.Knowledge.Search;

/// <summary>Which of an article's cases (a country, a kind of goods) the customer named, by its label or one of its words.</summary>
internal static class CaseChoice
{
    /// <summary>The one case that the texts name; the first text that names any decides. Null when none or several are named.</summary>
    public static ArticleCase? Of(ArticleContent content, string language, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var stems = StemsOf(text, language);
            var named = content.Cases.Where(each => each.Words.Prepend(each.Label).Any(word => IsIn(StemsOf(word, language), stems))).ToList();
            if (named.Count > 0)
            {
                return named.Count == 1 ? named[0] : null;
            }
        }

        return null;
    }

    private static bool IsIn(HashSet<string> word, HashSet<string> text) => word.Count > 0 && word.IsSubsetOf(text);

    private static HashSet<string> StemsOf(string text, string language) =>
        [.. Terms.Of(text.Length > 1000 ? text[..1000] : text, language, withPairs: false).Where(term => term.IsWord).Select(term => term.Stem)];
}
