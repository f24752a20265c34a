using Microsoft.Extensions.DependencyInjection;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;
using static Warmline.Knowledge.Tests.Articles.Newsroom;

namespace Warmline.Knowledge.Tests.Articles;

public sealed class ShelfTests
{
    [Fact]
    public async Task A_translation_is_missing_current_stale_and_current_again()
    {
        await using var room = await OpenAsync();
        await room.TellAsync("Yes.");
        Assert.Equal((TranslationStatus.Source, TranslationStatus.Missing), (await TranslationAsync(room, "en"), await TranslationAsync(room, "pl")));
        await room.WriteAsync("Tak.", "pl");
        Assert.Equal(TranslationStatus.Missing, await TranslationAsync(room, "pl"));

        await room.TellAsync("Tak, oczywiście.", "pl");
        Assert.Equal(TranslationStatus.Current, await TranslationAsync(room, "pl"));

        var changed = await room.TellAsync("Yes, of course, and by mail.");
        Assert.Equal(TranslationStatus.Stale, await TranslationAsync(room, "pl"));
        await room.Publishing.UndoPublishAsync(Ewa, Key, "en", changed, null, Cancel);
        Assert.Equal(TranslationStatus.Current, await TranslationAsync(room, "pl"));

        await room.TellAsync("Yes, now.");
        Assert.True((await room.Editing.MarkTranslatedAsync(Omid, Key, "pl", Cancel)).IsDone);
        Assert.Equal(TranslationStatus.Current, await TranslationAsync(room, "pl"));
        await room.TellAsync("Yes, soon.");
        await room.TellAsync("Tak, wkrótce.", "pl");
        Assert.Equal(TranslationStatus.Current, await TranslationAsync(room, "pl"));
    }

    [Fact]
    public async Task A_translation_that_was_first_goes_stale_with_the_sources_second_words()
    {
        await using var room = await OpenAsync();
        await room.TellAsync("Tak.", "pl");
        await room.TellAsync("Yes.");
        Assert.Equal(TranslationStatus.Current, await TranslationAsync(room, "pl"));

        await room.TellAsync("No.");

        Assert.Equal(TranslationStatus.Stale, await TranslationAsync(room, "pl"));
    }

    [Fact]
    public async Task Whoever_mends_a_stale_translation_is_shown_what_became_of_the_source()
    {
        await using var room = await OpenAsync();
        await room.TellAsync("Yes, on paper.");
        await room.TellAsync("Tak, na papierze.", "pl");
        Assert.Empty(await room.Shelf.SourceChangesAsync(Key, "pl", Cancel));
        await room.TellAsync("Yes, on paper and by mail.");
        await room.TellAsync("Yes, on paper or by mail.");

        var change = Assert.Single(await room.Shelf.SourceChangesAsync(Key, "pl", Cancel));

        Assert.Equal(nameof(ArticleContent.Answer), change.Field);
        Assert.Equal("Yes, on paper.", string.Concat(change.Parts.Where(part => part.Kind != DiffKind.Added).Select(part => part.Text)));
        Assert.Equal("Yes, on paper or by mail.", string.Concat(change.Parts.Where(part => part.Kind != DiffKind.Removed).Select(part => part.Text)));
    }

    [Fact]
    public async Task The_history_tells_what_each_publish_changed_and_the_first_one_brought()
    {
        await using var room = await OpenAsync();
        await room.TellAsync("Yes.");
        await room.TellAsync("No.");
        var last = (await room.Shelf.HistoryAsync(Key, "en", Cancel))[0];

        Assert.Equal([nameof(ArticleContent.Answer)], (await room.Shelf.DiffAsync(Key, "en", last.Replaced, last.Number, Cancel))!.Select(field => field.Field));
        Assert.Equal([nameof(ArticleContent.Title), nameof(ArticleContent.Variants), nameof(ArticleContent.Answer)],
            (await room.Shelf.DiffAsync(Key, "en", null, 1, Cancel))!.Select(field => field.Field));
        Assert.Null(await room.Shelf.DiffAsync(Key, "en", 1, 7, Cancel));
    }

    [Fact]
    public async Task The_list_is_narrowed_by_words_tag_state_language_and_staleness()
    {
        await using var room = await OpenAsync(new ArticleProperties { Tags = ["money", "gifts"] });
        await room.TellAsync("Yes.");
        await room.TellAsync("Tak, jak Żółw.", "pl");
        await room.TellAsync("Yes, on paper.");
        await room.WriteAsync("Да.", "ru");

        Assert.Equal([Key], await FoundAsync(room, new ShelfFilter { Tag = "gifts" }));
        Assert.Empty(await FoundAsync(room, new ShelfFilter { Tag = "gift" }));
        Assert.Equal([Key], await FoundAsync(room, new ShelfFilter { Language = "pl", Translation = TranslationStatus.Stale }));
        Assert.Equal([Key], await FoundAsync(room, new ShelfFilter { Language = "fa", Translation = TranslationStatus.Missing }));
        Assert.Equal([Key], await FoundAsync(room, new ShelfFilter { Language = "ru", State = ArticleState.Draft }));
        Assert.Equal([Key], await FoundAsync(room, new ShelfFilter { Text = "Żółw" }));
        Assert.Equal([Key], await FoundAsync(room, new ShelfFilter { Text = "ŻÓŁW" }));
        Assert.Equal([Key], await FoundAsync(room, new ShelfFilter { Text = "jak zolw" }));
        Assert.Empty(await FoundAsync(room, new ShelfFilter { Text = "???" }));
        Assert.Contains(Key, await FoundAsync(room, new ShelfFilter { Text = "GIFT.CARDS" }));
        Assert.Contains("returns.gift", await FoundAsync(room, new ShelfFilter { Text = "GIFT c" }));
        Assert.Contains("returns.how", await FoundAsync(room, new ShelfFilter { Language = "pl", Live = true }));
        var (page, all) = await room.Shelf.ListAsync(new ShelfFilter(), 1, 2, Cancel);
        Assert.Equal(2, page.Count);
        Assert.Equal(StarterSet.Read().DistinctBy(row => row.Key).Count() + 1, all);
        Assert.Equal([("gifts", 1), ("money", 1)], (await room.Shelf.TagsAsync(Cancel)).Where(tag => tag.Tag is "gifts" or "money"));
    }

    [Fact]
    public async Task Where_an_article_is_used_is_told_by_links_and_buttons_not_by_letters()
    {
        await using var room = await OpenAsync();
        await room.TellAsync("Send it back: [how](article:returns.how).");
        var draft = await room.WriteAsync("article:returns is no link, [this](article:returns.how) is", "pl");
        var withButton = Says("x") with { Buttons = [new ArticleButton("How", null, new Uri("article:delivery.time"))] };
        await room.Editing.SaveDraftAsync(Ewa, Key, "ru", 0, withButton, Cancel);
        var uses = room.Shop.Services.GetRequiredService<ArticleUses>();

        Assert.Equal([(Key, "en", true), (Key, "pl", false)],
            (await uses.OfArticleAsync("returns.how", Cancel)).Select(use => (use.By, use.Language, use.IsLive)).Order());
        Assert.Equal([(Key, "ru")], (await uses.OfArticleAsync("delivery.time", Cancel)).Select(use => (use.By, use.Language)));
        Assert.Empty(await uses.OfArticleAsync("returns", Cancel));
        Assert.True(draft > 0);
    }

    [Fact]
    public void A_long_diff_goes_by_lines_and_loses_nothing()
    {
        var old = string.Join('\n', Enumerable.Range(0, 2000).Select(n => $"line {n}"));
        var current = old.Replace("line 700", "another", StringComparison.Ordinal);

        var parts = ArticleDiff.Parts(old, current);

        Assert.Equal(old, string.Concat(parts.Where(part => part.Kind != DiffKind.Added).Select(part => part.Text)));
        Assert.Equal(current, string.Concat(parts.Where(part => part.Kind != DiffKind.Removed).Select(part => part.Text)));
        Assert.InRange(parts.Count, 3, 4);
    }

    private static async Task<TranslationStatus> TranslationAsync(Newsroom room, string language) => (await room.StandsAsync(language)).Translation;

    private static async Task<IEnumerable<string>> FoundAsync(Newsroom room, ShelfFilter filter) =>
        (await room.Shelf.ListAsync(filter, 0, 1000, Cancel)).Entries.Select(entry => entry.Key);
}
