using Microsoft.Extensions.DependencyInjection;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;
using Warmline.Knowledge.Search;
using static Warmline.Knowledge.Tests.Articles.Newsroom;

namespace Warmline.Knowledge.Tests.Articles;

public sealed class EditingRacesTests
{
    [Fact]
    public async Task The_second_of_two_editors_is_shown_the_first_ones_words_and_nothing_is_lost()
    {
        await using var room = await OpenAsync();
        var from = await room.WriteAsync("We sell gift cards.");
        Assert.IsType<SaveResult.Saved>(await room.Editing.SaveDraftAsync(Ewa, Key, "en", from, Says("We sell paper gift cards."), Cancel));

        var mine = Says("We sell gift cards by mail.");
        var conflict = Assert.IsType<SaveResult.Conflict>(await room.Editing.SaveDraftAsync(Omid, Key, "en", from, mine, Cancel));

        Assert.Equal(("We sell paper gift cards.", "Ewa"), (conflict.Theirs.Answer, conflict.By));
        var parts = Assert.Single(conflict.Diff).Parts;
        Assert.Equal("We sell paper gift cards.", string.Concat(parts.Where(p => p.Kind != DiffKind.Added).Select(p => p.Text)));
        Assert.Equal("We sell gift cards by mail.", string.Concat(parts.Where(p => p.Kind != DiffKind.Removed).Select(p => p.Text)));
        Assert.Contains(parts, part => part is { Kind: DiffKind.Removed, Text: "paper " });

        Assert.IsType<SaveResult.Saved>(await room.Editing.SaveDraftAsync(Omid, Key, "en", conflict.Version, mine, Cancel));
        Assert.Equal("We sell paper gift cards.", (await room.Shelf.VersionAsync(Key, "en", 1, Cancel))!.Answer);
        Assert.Equal([VersionKind.Kept], await room.KindsAsync());
    }

    [Fact]
    public async Task Of_many_saves_at_once_from_one_version_one_wins_and_the_others_learn_of_it()
    {
        await using var room = await OpenAsync();
        var from = await room.WriteAsync("start");
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() =>
            room.Editing.SaveDraftAsync(n % 2 == 0 ? Ewa : Omid, Key, "en", from, Says($"words {n}"), Cancel))));

        Assert.Single(results.OfType<SaveResult.Saved>());
        var conflicts = results.OfType<SaveResult.Conflict>().ToList();
        Assert.Equal(7, conflicts.Count);
        var stored = (await room.Shelf.OpenAsync(Key, "en", Cancel))!.Draft!.Answer;
        Assert.All(conflicts, conflict => Assert.Equal(stored, conflict.Theirs.Answer));
    }

    [Fact]
    public async Task The_first_save_of_a_language_can_collide_too()
    {
        await using var room = await OpenAsync();
        Assert.IsType<SaveResult.Saved>(await room.Editing.SaveDraftAsync(Ewa, Key, "pl", 0, Says("Tak."), Cancel));

        Assert.IsType<SaveResult.Conflict>(await room.Editing.SaveDraftAsync(Omid, Key, "pl", 0, Says("Nie."), Cancel));
        Assert.IsType<SaveResult.Saved>(await room.Editing.SaveDraftAsync(Omid, Key, "pl", 0, Says("Tak."), Cancel));
    }

    [Fact]
    public async Task Of_two_nodes_that_publish_at_once_one_does_it()
    {
        await using var room = await OpenAsync();
        await using var other = room.Shop.Host(options => { });
        var draft = await room.WriteAsync("Yes.");
        ArticlePublishing[] nodes = [room.Publishing, other.GetRequiredService<ArticlePublishing>()];

        var results = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.PublishAsync(Ewa, Key, "en", draft, null, Cancel))));

        Assert.Equal([null, EditRefusal.WrongState], results.Select(result => result.Refusal).OrderBy(refusal => refusal is not null));
        Assert.Equal([VersionKind.Published], await room.KindsAsync());
    }

    [Fact]
    public async Task What_was_not_looked_at_is_not_published()
    {
        await using var room = await OpenAsync();
        var seen = await room.WriteAsync("Yes.");
        await room.WriteAsync("No.", by: Omid);

        Assert.Equal(EditRefusal.Changed, (await room.Publishing.PublishAsync(Ewa, Key, "en", seen, null, Cancel)).Refusal);
        Assert.Equal(EditRefusal.Changed, (await room.Editing.SubmitForReviewAsync(Ewa, Key, "en", seen, null, Cancel)).Refusal);
        Assert.Null(await room.ReadAsync());
    }

    [Fact]
    public async Task Of_two_who_set_properties_the_second_is_refused()
    {
        await using var room = await OpenAsync();
        var version = (await room.Shelf.OpenAsync(Key, "en", Cancel))!.PropertiesVersion;
        Assert.True((await room.Editing.SetPropertiesAsync(Ewa, Key, new ArticleProperties { Tags = ["money"] }, version, Cancel)).IsDone);

        Assert.Equal(EditRefusal.Changed, (await room.Editing.SetPropertiesAsync(Omid, Key, new ArticleProperties { Tags = ["cards"] }, version, Cancel)).Refusal);
        Assert.Equal(EditRefusal.AlreadyThere, (await room.Editing.CreateAsync(Omid, Key, new ArticleProperties(), Cancel)).Refusal);
    }

    [Fact]
    public async Task Another_node_sees_a_publish_at_its_next_look_and_an_undo_too()
    {
        await using var room = await OpenAsync();
        await using var other = room.Shop.Host(options => { });
        var clock = other.GetRequiredService<ArticleClock>();
        Assert.Null(await room.ReadAsync(node: other));

        var live = await room.TellAsync("Yes.");
        Assert.Equal("Yes.", await room.ReadAsync());
        Assert.Null(await room.ReadAsync(node: other));
        await clock.RunOnceAsync(Cancel);
        Assert.Equal("Yes.", await room.ReadAsync(node: other));

        await room.Publishing.UndoPublishAsync(Ewa, Key, "en", live, null, Cancel);
        await clock.RunOnceAsync(Cancel);
        Assert.Null(await room.ReadAsync(node: other));
    }

    [Fact]
    public async Task A_draft_makes_no_node_read_anew()
    {
        await using var room = await OpenAsync();
        var before = await room.Shop.Services.GetRequiredService<PublishedArticles>().LookAsync(Cancel);

        await room.WriteAsync("Yes.");

        Assert.Same(before, await room.Shop.Services.GetRequiredService<PublishedArticles>().LookAsync(Cancel));
    }
}
