using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Data;

namespace Warmline.Knowledge.Articles;

/// <summary>The articles every online shop needs, shipped as Markdown files and loaded once, at the first start.</summary>
internal static class StarterSet
{
    private const string Name = "online-shop";
    private const string Folder = "starter/";

    public static IReadOnlyList<Article> Read()
    {
        var articles = new SortedDictionary<string, Article>(StringComparer.Ordinal);
        foreach (var file in Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            var (key, language) = NameOf(file);
            if (!articles.TryGetValue(key, out var article))
            {
                articles.Add(key, article = new Article(key));
            }

            article.Texts.Add(ArticleFile.Parse(key, language, TextOf(file)));
        }

        return [.. articles.Values];
    }

    /// <summary>
    /// Loads the set unless it was loaded before. The mark and the articles are one transaction, so of two nodes that start
    /// together one loads and the other finds the mark.
    /// </summary>
    public static async Task<bool> LoadOnceAsync(Func<KnowledgeDb> open, DateTime now, CancellationToken cancellationToken)
    {
        await using var db = open();
        if (await IsLoadedAsync(db, cancellationToken))
        {
            return false;
        }

        db.Add(new StarterLoad(Name, now));
        db.AddRange(Read());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            await using var again = open();
            if (await IsLoadedAsync(again, cancellationToken))
            {
                return false;
            }

            throw;
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
