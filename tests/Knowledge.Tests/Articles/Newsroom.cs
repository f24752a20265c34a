using Microsoft.Extensions.DependencyInjection;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;
using Warmline.Knowledge.Articles.Transfer;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Tests.Articles;

/// <summary>Editors at work on one article of a shop, <c>gift.cards</c>.</summary>
internal sealed class Newsroom(KnowledgeShop shop) : IAsyncDisposable
{
    public const string Key = "gift.cards";
    public static readonly Editor Ewa = new("ewa", "Ewa", ["editor"]);
    public static readonly Editor Omid = new("omid", "Omid", ["Editor", "agent"]);
    public static readonly Editor Ada = new("ada", "Ada", ["admin"]);
    public static readonly Editor Visitor = new("vera", "Vera", ["agent"]);

    public KnowledgeShop Shop => shop;

    public ArticleEditing Editing => shop.Services.GetRequiredService<ArticleEditing>();

    public ArticlePublishing Publishing => shop.Services.GetRequiredService<ArticlePublishing>();

    public ArticleShelf Shelf => shop.Services.GetRequiredService<ArticleShelf>();

    public ArticleClock Clock => shop.Services.GetRequiredService<ArticleClock>();

    public ArticleImport Import => shop.Services.GetRequiredService<ArticleImport>();

    public ArticleExport Export => shop.Services.GetRequiredService<ArticleExport>();

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Newsroom> OpenAsync(ArticleProperties? properties = null)
    {
        var room = new Newsroom(await KnowledgeShop.OpenAsync());
        Assert.True((await room.Editing.CreateAsync(Ewa, Key, properties ?? new ArticleProperties(), Cancel)).IsDone);
        return room;
    }

    public static ArticleContent Says(string answer) => new() { Title = "Gift cards", Answer = answer, Variants = ["Do you sell gift cards?"] };

    /// <summary>Saves from what is there, and gives the draft's version.</summary>
    public async Task<long> WriteAsync(string answer, string language = "en", Editor? by = null)
    {
        var open = await Shelf.OpenAsync(Key, language, Cancel);
        return Assert.IsType<SaveResult.Saved>(await Editing.SaveDraftAsync(by ?? Ewa, Key, language, open!.DraftVersion, Says(answer), Cancel)).Version;
    }

    /// <summary>Writes and publishes, and gives the number of the version.</summary>
    public async Task<int> TellAsync(string answer, string language = "en", Editor? by = null)
    {
        var draft = await WriteAsync(answer, language, by);
        var result = await Publishing.PublishAsync(by ?? Ewa, Key, language, draft, null, Cancel);
        Assert.True(result.IsDone, result.Refusal.ToString());
        return result.Number!.Value;
    }

    /// <summary>What a customer reads; null: nothing.</summary>
    public async Task<string?> ReadAsync(string language = "en", IServiceProvider? node = null) =>
        await (node ?? shop.Services).GetRequiredService<KnowledgeAnswers>().GetAsync(Key, language, Cancel) is { IsFallback: false } article ? article.Markdown : null;

    public async Task<ShelfLanguage> StandsAsync(string language = "en") => (await Shelf.OpenAsync(Key, language, Cancel))!.Language;

    public async Task<IReadOnlyList<VersionKind>> KindsAsync(string language = "en") => [.. (await Shelf.HistoryAsync(Key, language, Cancel)).Select(line => line.Kind)];

    public ValueTask DisposeAsync() => shop.DisposeAsync();
}
