using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;
using static Warmline.Knowledge.Tests.Articles.Newsroom;

namespace Warmline.Knowledge.Tests.Articles;

public sealed class LifecycleTests
{
    [Fact]
    public async Task An_article_is_written_published_changed_and_put_away()
    {
        await using var room = await OpenAsync();
        var draft = await room.WriteAsync("Yes.");
        Assert.Null(await room.ReadAsync());

        Assert.True((await room.Publishing.PublishAsync(Ewa, Key, "en", draft, "first words", Cancel)).IsDone);
        Assert.Equal("Yes.", await room.ReadAsync());
        Assert.Equal(ArticleState.Published, (await room.StandsAsync()).State);

        await room.WriteAsync("Yes, from 10 to 200.");
        Assert.Equal("Yes.", await room.ReadAsync());
        Assert.Equal(ArticleState.Draft, (await room.StandsAsync()).State);

        Assert.True((await room.Publishing.ArchiveAsync(Ewa, Key, "en", "sold out", Cancel)).IsDone);
        Assert.Null(await room.ReadAsync());
        Assert.Equal(ArticleState.Archived, (await room.StandsAsync()).State);
        var history = await room.Shelf.HistoryAsync(Key, "en", Cancel);
        Assert.Equal([(2, VersionKind.Archived, "sold out", "Ewa"), (1, VersionKind.Published, "first words", "Ewa")],
            history.Select(line => (line.Number, line.Kind, line.Comment, line.By)));
        Assert.All(history, line => Assert.Equal(room.Shop.Clock.GetUtcNow().UtcDateTime, line.At));
    }

    [Fact]
    public async Task What_is_withdrawn_stays_a_draft()
    {
        await using var room = await OpenAsync();
        await room.TellAsync("Yes.");

        Assert.True((await room.Publishing.WithdrawAsync(Ewa, Key, "en", null, Cancel)).IsDone);

        Assert.Null(await room.ReadAsync());
        Assert.Equal("Yes.", (await room.Shelf.OpenAsync(Key, "en", Cancel))!.Draft!.Answer);
        Assert.Equal(EditRefusal.WrongState, (await room.Publishing.WithdrawAsync(Ewa, Key, "en", null, Cancel)).Refusal);
    }

    [Fact]
    public async Task Where_review_is_asked_for_two_people_see_it()
    {
        await using var room = await OpenAsync(new ArticleProperties { RequiresReview = true });
        var draft = await room.WriteAsync("Yes.");

        Assert.Equal(EditRefusal.NeedsReview, (await room.Publishing.PublishAsync(Omid, Key, "en", draft, null, Cancel)).Refusal);
        Assert.True((await room.Editing.SubmitForReviewAsync(Ewa, Key, "en", draft, null, Cancel)).IsDone);
        Assert.Equal(EditRefusal.NeedsAnotherPerson, (await room.Publishing.PublishAsync(Ewa, Key, "en", draft, null, Cancel)).Refusal);
        Assert.Equal(EditRefusal.NeedsAnotherPerson,
            (await room.Publishing.ScheduleAsync(Ewa, Key, "en", draft, new DateTime(2026, 3, 1), null, Cancel)).Refusal);
        Assert.Null(await room.ReadAsync());

        Assert.True((await room.Editing.SendBackAsync(Omid, Key, "en", draft, "say the prices", Cancel)).IsDone);
        draft = await room.WriteAsync("Yes, from 10 to 200.");
        Assert.True((await room.Editing.SubmitForReviewAsync(Ewa, Key, "en", draft, null, Cancel)).IsDone);
        Assert.True((await room.Publishing.PublishAsync(Omid, Key, "en", draft, null, Cancel)).IsDone);

        Assert.Equal("Yes, from 10 to 200.", await room.ReadAsync());
        Assert.Equal([VersionKind.Published, VersionKind.Submitted, VersionKind.SentBack, VersionKind.Submitted], await room.KindsAsync());
    }

    [Fact]
    public async Task A_reviewer_who_writes_is_no_second_pair_of_eyes_and_nor_is_any_of_the_writers()
    {
        await using var room = await OpenAsync(new ArticleProperties { RequiresReview = true });
        await room.WriteAsync("Yes.");
        var draft = await room.WriteAsync("Yes, many.", by: Omid);
        await room.Editing.SubmitForReviewAsync(Omid, Key, "en", draft, null, Cancel);

        Assert.Equal(EditRefusal.NeedsAnotherPerson, (await room.Publishing.PublishAsync(Ewa, Key, "en", draft, null, Cancel)).Refusal);
        draft = await room.WriteAsync("Yes, a lot.", by: Ada);
        Assert.Equal(ArticleState.Draft, (await room.StandsAsync()).State);
        Assert.Equal(EditRefusal.NeedsReview, (await room.Publishing.PublishAsync(Ada, Key, "en", draft, null, Cancel)).Refusal);
    }

    [Fact]
    public async Task Only_an_admin_says_that_no_review_is_needed()
    {
        await using var room = await OpenAsync(new ArticleProperties { RequiresReview = true });

        Assert.Equal(EditRefusal.NoRight, (await room.Editing.SetPropertiesAsync(Ewa, Key, new ArticleProperties(), null, Cancel)).Refusal);
        Assert.True((await room.Editing.SetPropertiesAsync(Ada, Key, new ArticleProperties(), null, Cancel)).IsDone);
    }

    [Fact]
    public async Task A_shop_may_ask_for_review_of_everything()
    {
        await using var room = await OpenAsync();
        room.Shop.Services.GetRequiredService<IOptions<KnowledgeOptions>>().Value.ArticlesNeedReview = true;
        var draft = await room.WriteAsync("Yes.");

        Assert.Equal(EditRefusal.NeedsReview, (await room.Publishing.PublishAsync(Ewa, Key, "en", draft, null, Cancel)).Refusal);
    }

    [Fact]
    public async Task Whoever_is_no_editor_changes_nothing()
    {
        await using var room = await OpenAsync();
        var live = await room.TellAsync("Yes.");
        var draft = (await room.Shelf.OpenAsync(Key, "en", Cancel))!.DraftVersion;

        EditResult[] results =
        [
            await room.Editing.CreateAsync(Visitor, "other.key", new ArticleProperties(), Cancel),
            await room.Editing.SetPropertiesAsync(Visitor, Key, new ArticleProperties { Tags = ["x"] }, null, Cancel),
            await room.Editing.SubmitForReviewAsync(Visitor, Key, "en", draft, null, Cancel),
            await room.Editing.SendBackAsync(Visitor, Key, "en", draft, null, Cancel),
            await room.Editing.RestoreAsync(Visitor, Key, "en", draft, live, null, Cancel),
            await room.Editing.MarkTranslatedAsync(Visitor, Key, "en", Cancel),
            await room.Publishing.PublishAsync(Visitor, Key, "en", draft, null, Cancel),
            await room.Publishing.ScheduleAsync(Visitor, Key, "en", draft, new DateTime(2027, 1, 1), null, Cancel),
            await room.Publishing.CancelScheduleAsync(Visitor, Key, "en", null, Cancel),
            await room.Publishing.UndoPublishAsync(Visitor, Key, "en", live, null, Cancel),
            await room.Publishing.ArchiveAsync(Visitor, Key, "en", null, Cancel),
            await room.Publishing.WithdrawAsync(Visitor, Key, "en", null, Cancel),
        ];

        Assert.All(results, result => Assert.Equal(EditRefusal.NoRight, result.Refusal));
        Assert.Equal(EditRefusal.NoRight, Assert.IsType<SaveResult.Refused>(
            await room.Editing.SaveDraftAsync(Visitor, Key, "en", draft, Says("No."), Cancel)).Reason);
        Assert.Equal("Yes.", await room.ReadAsync());
    }

    [Fact]
    public async Task A_publish_is_undone_step_by_step_until_nothing_is_left()
    {
        await using var room = await OpenAsync();
        var first = await room.TellAsync("one");
        var second = await room.TellAsync("two");
        var third = await room.TellAsync("three");

        Assert.Equal(EditRefusal.Changed, (await room.Publishing.UndoPublishAsync(Omid, Key, "en", second, null, Cancel)).Refusal);
        foreach (var (live, reads) in new[] { (third, "two"), (second, "one"), (first, null) })
        {
            Assert.True((await room.Publishing.UndoPublishAsync(Omid, Key, "en", live, "oops", Cancel)).IsDone);
            Assert.Equal(reads, await room.ReadAsync());
        }

        Assert.Equal(EditRefusal.WrongState, (await room.Publishing.UndoPublishAsync(Omid, Key, "en", first, null, Cancel)).Refusal);
        Assert.Equal("three", (await room.Shelf.OpenAsync(Key, "en", Cancel))!.Draft!.Answer);
        Assert.Equal(ArticleState.Draft, (await room.StandsAsync()).State);
    }

    [Fact]
    public async Task An_old_version_becomes_the_draft_and_what_was_drafted_is_kept()
    {
        await using var room = await OpenAsync();
        var first = await room.TellAsync("one");
        await room.TellAsync("two");
        var draft = await room.WriteAsync("never published");

        Assert.True((await room.Editing.RestoreAsync(Omid, Key, "en", draft, first, null, Cancel)).IsDone);

        Assert.Equal("two", await room.ReadAsync());
        var open = (await room.Shelf.OpenAsync(Key, "en", Cancel))!;
        Assert.Equal("one", open.Draft!.Answer);
        Assert.Equal([VersionKind.Restored, VersionKind.Kept, VersionKind.Published, VersionKind.Published], await room.KindsAsync());
        Assert.Equal("never published", (await room.Shelf.VersionAsync(Key, "en", 3, Cancel))!.Answer);
        var diff = Assert.Single((await room.Shelf.DiffAsync(Key, "en", 3, 4, Cancel))!);
        Assert.Equal(nameof(ArticleContent.Answer), diff.Field);
    }

    [Fact]
    public async Task What_customers_must_not_read_is_not_published()
    {
        await using var room = await OpenAsync();
        foreach (var (answer, fault) in new[]
        {
            ("", ContentFault.Missing), ("[here](javascript:alert(1))", ContentFault.Link), ("<script>alert(1)</script>", ContentFault.Html),
            ("a <b onclick=x>b</b>", ContentFault.Html), ("[a]\n\n[a]: vbscript:x", ContentFault.Link), ("![x](data:image/png;base64,AA)", ContentFault.Link),
            ("<javascript:alert(1)>", ContentFault.Link), ("[x](//evil.example)", ContentFault.Link),
            ("![x](https://elsewhere.example/x.png)", ContentFault.Picture), ("Within {no.such} days", ContentFault.Placeholder),
            ("See [more](article:no.such)", ContentFault.NoArticle), ("Within {days} days", ContentFault.Placeholder),
            (new string('[', 140), ContentFault.Nested), (string.Concat(Enumerable.Repeat("> ", 200)) + "x", ContentFault.Nested), ("[shop](/demo)", ContentFault.Link), ("www.evil.example and ![x](https://elsewhere.example/x.png)", ContentFault.Picture),
        })
        {
            var draft = await room.WriteAsync(answer);
            var result = await room.Publishing.PublishAsync(Ewa, Key, "en", draft, null, Cancel);
            Assert.Equal(EditRefusal.Invalid, result.Refusal);
            Assert.Contains(result.Problems, problem => problem.Fault == fault);
            var told = (await room.Shelf.OpenAsync(Key, "en", Cancel))!.Hindrances;
            var submitted = await room.Editing.SubmitForReviewAsync(Ewa, Key, "en", draft, null, Cancel);
            var scheduled = await room.Publishing.ScheduleAsync(Ewa, Key, "en", draft, new DateTime(2030, 1, 1), null, Cancel);
            Assert.All([told, submitted.Problems, scheduled.Problems], same => Assert.Equal(result.Problems, same));
            Assert.All(result.Problems, problem => Assert.DoesNotContain('{', problem.Sentence));
            Assert.DoesNotContain("<script", ArticleMarkdown.ToHtml(answer), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("script:", ArticleMarkdown.ToHtml(answer).Replace("&lt;javascript:", "", StringComparison.Ordinal).Replace("javascript:alert(1)</p>", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task What_was_put_away_is_not_typed_over_until_somebody_takes_it_up_again()
    {
        await using var room = await OpenAsync();
        await room.TellAsync("Yes.");
        await room.Publishing.ArchiveAsync(Ewa, Key, "en", null, Cancel);
        var open = (await room.Shelf.OpenAsync(Key, "en", Cancel))!;

        var typed = await room.Editing.SaveDraftAsync(Ewa, Key, "en", open.DraftVersion, Says("No."), Cancel);
        Assert.Equal(EditRefusal.WrongState, Assert.IsType<SaveResult.Refused>(typed).Reason);
        Assert.Equal(ArticleState.Archived, (await room.StandsAsync()).State);

        Assert.True((await room.Editing.RestoreAsync(Ewa, Key, "en", open.DraftVersion, open.LastNumber!.Value, null, Cancel)).IsDone);
        Assert.Equal((ArticleState.Draft, false), ((await room.StandsAsync()).State, (await room.StandsAsync()).IsLive));
        await room.TellAsync("No.");
        Assert.Equal("No.", await room.ReadAsync());
    }

    [Fact]
    public async Task Whoever_leaves_a_conflict_finds_their_words_in_the_history()
    {
        await using var room = await OpenAsync();
        var from = await room.WriteAsync("Yes.");
        await room.WriteAsync("Yes, many.", by: Omid);
        Assert.IsType<SaveResult.Conflict>(await room.Editing.SaveDraftAsync(Ewa, Key, "en", from, Says("Ewa's words"), Cancel));

        var kept = await room.Editing.KeepApartAsync(Ewa, Key, "en", Says("Ewa's words"), Cancel);

        Assert.Equal("Yes, many.", (await room.Shelf.OpenAsync(Key, "en", Cancel))!.Draft!.Answer);
        Assert.Equal("Ewa's words", (await room.Shelf.VersionAsync(Key, "en", kept.Number!.Value, Cancel))!.Answer);
        Assert.Equal(EditRefusal.NoRight, (await room.Editing.KeepApartAsync(Visitor, Key, "en", Says("x"), Cancel)).Refusal);
    }

    [Fact]
    public async Task An_article_that_is_only_begun_may_be_linked_to()
    {
        await using var room = await OpenAsync();
        await room.Editing.CreateAsync(Ewa, "gift.wrapping", new ArticleProperties(), Cancel);

        await room.TellAsync("Yes, and [wrapped](article:gift.wrapping).");

        Assert.Equal("Yes, and wrapped.", await room.ReadAsync());
    }

    [Fact]
    public async Task Dates_and_audience_are_asked_at_every_answer()
    {
        await using var room = await OpenAsync();
        await room.TellAsync("Yes.");
        var now = room.Shop.Clock.GetUtcNow().UtcDateTime;
        await room.Editing.SetPropertiesAsync(Ewa, Key, new ArticleProperties { ValidFrom = now.AddHours(1), ValidUntil = now.AddHours(2) }, null, Cancel);

        Assert.Null(await room.ReadAsync());
        room.Shop.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("Yes.", await room.ReadAsync());
        room.Shop.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await room.ReadAsync());

        await room.Editing.SetPropertiesAsync(Ewa, Key, new ArticleProperties { Audience = ArticleAudience.SignedIn }, null, Cancel);
        Assert.Null(await room.ReadAsync());
        await room.Editing.SetPropertiesAsync(Ewa, Key, new ArticleProperties(), null, Cancel);
        Assert.Equal("Yes.", await room.ReadAsync());
    }
}
