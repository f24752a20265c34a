using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Articles.Editing;
using Warmline.Knowledge.Data;

namespace Warmline.Knowledge.Articles;

/// <summary>The articles every online shop needs, shipped as Markdown files and published once, at the first start.</summary>
internal static class StarterSet
{
    private const string Name = "online-shop";
    private const string Folder = "starter/";

    /// <summary>Every text in every language, by key.</summary>
    public static IReadOnlyList<ArticleRow> Read() =>
    [
        .. Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(file => ArticleFile.Parse(NameOf(file).Key, NameOf(file).Language, TextOf(file))),
    ];

    /// <summary>
    /// Loads the set unless it was loaded before. The mark and the articles are one transaction, so of two nodes that start
    /// together one loads and the other finds the mark.
    /// </summary>
    public static async Task<bool> LoadOnceAsync(KnowledgeDatabase database, ArticleLedger ledger, DateTime now, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return !await IsLoadedAsync(db, cancellationToken) && await ledger.ChangeAsync(
            async change =>
            {
                if (await IsLoadedAsync(change.Db, cancellationToken))
                {
                    return false;
                }

                change.Db.Add(new StarterLoad(Name, now));
                foreach (var article in Read().GroupBy(row => row.Key, StringComparer.Ordinal))
                {
                    Publish(change, article.Key, [.. article], now);
                }

                change.IsShown = true;
                return true;
            },
            cancellationToken);
    }

    private static void Publish(ArticleChange change, string key, IReadOnlyList<ArticleRow> rows, DateTime now)
    {
        var article = new Article(key, ArticleProperties.DefaultSource);
        article.Set(rows.Aggregate(new ArticleProperties(), (properties, row) => row.Properties.Over(properties)));
        change.Db.Add(article);
        var source = rows.FirstOrDefault(row => row.Language == article.SourceLanguage);
        foreach (var row in rows)
        {
            var edition = new ArticleEdition(key, row.Language);
            change.Db.Add(edition);
            edition.Save(row.Content, Editor.Warmline, now);
            change.Note(edition.Publish(Editor.Warmline, now, comment: null));
            edition.HoldAgainst(source is null ? null : ContentJson.Hash(ContentJson.Write(source.Content)));
        }
    }

    private static Task<bool> IsLoadedAsync(KnowledgeDb db, CancellationToken cancellationToken) =>
        db.StarterLoads.AnyAsync(load => load.Name == Name, cancellationToken);

    private static Assembly Assembly => typeof(StarterSet).Assembly;

    private static (string Key, string Language) NameOf(string file)
    {
        var name = file[Folder.Length..^".md".Length];
        var dot = name.LastIndexOf('.');
        return (name[..dot], name[(dot + 1)..]);
    }

    private static string TextOf(string file)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }
}
