using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Data;

namespace Warmline.Knowledge.Search;

/// <summary>Which version of a text is live.</summary>
internal readonly record struct LiveText(string Key, string Language, int Number);

/// <summary>The contents of live versions: all in one read, or one by one where few are new.</summary>
internal static class LiveTexts
{
    private const int Few = 50;

    public static async Task<Dictionary<LiveText, ArticleText>> ReadAsync(
        KnowledgeDb db, IReadOnlyList<LiveText> wanted, CancellationToken cancellationToken)
    {
        var all = db.Editions.AsNoTracking().Join(
            db.Versions,
            edition => new { edition.ArticleKey, edition.Language, Number = edition.PublishedNumber ?? 0 },
            version => new { version.ArticleKey, version.Language, version.Number },
            (edition, version) => new { version.ArticleKey, version.Language, version.Number, version.Content });
        var found = new Dictionary<LiveText, ArticleText>();
        foreach (var part in wanted.Count > Few ? [all] : wanted.Select(one => all.Where(v => v.ArticleKey == one.Key && v.Language == one.Language)))
        {
            await foreach (var version in part.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                found[new(version.ArticleKey, version.Language, version.Number)] =
                    new ArticleText(version.ArticleKey, version.Language, ContentJson.Read(version.Content)) { Number = version.Number };
            }
        }

        return found;
    }
}
