using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Data;

namespace Warmline.Knowledge.Articles.Editing;

/// <summary>What keeps a text from customers: the rules of its content, and links to articles that nobody has written.</summary>
internal static class PublishCheck
{
    /// <summary>Empty: it can be published.</summary>
    public static async Task<IReadOnlyList<ContentProblem>> OfAsync(
        KnowledgeDb db, ArticleContent content, string language, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(db, ArticleLinks.KeysIn(content).Select(link => link.Key), cancellationToken);
        return [.. ContentRules.ForCustomers(content, language, values), .. LinksToNothing(content, known)];
    }

    /// <summary>An article that exists may be linked to before it is published: until then customers read the words without the link.</summary>
    public static IEnumerable<ContentProblem> LinksToNothing(ArticleContent content, IReadOnlySet<string> known) =>
        ArticleLinks.KeysIn(content).Where(link => ArticleKeys.IsKey(link.Key) && !known.Contains(link.Key)).Distinct()
            .Select(link => new ContentProblem(ContentFault.NoArticle, link.Field, link.Key));

    /// <summary>Those of the keys that are an article's.</summary>
    public static async Task<HashSet<string>> KnownAsync(KnowledgeDb db, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var asked = keys.Distinct(StringComparer.Ordinal).ToList();
        return asked.Count == 0 ? [] : [.. await db.Articles.Where(article => asked.Contains(article.Key)).Select(article => article.Key).ToListAsync(cancellationToken)];
    }
}
