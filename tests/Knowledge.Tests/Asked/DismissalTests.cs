using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Knowledge.Asked;
using Warmline.Knowledge.Asked.Topics;
using Warmline.Knowledge.Tests.Articles;

namespace Warmline.Knowledge.Tests.Asked;

public sealed class DismissalTests
{
    private static readonly string[] Weather = ["Will it rain in Berlin tomorrow?", "rain in Berlin", "is it going to rain in Berlin"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dismissed_topic_stays_away_until_clearly_more_people_ask_it()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        await AskAsync(shop, 0, 4);
        var topic = await TopicAsync(shop);
        Assert.Null(topic.Dismissal);

        Assert.True(await Dismissals(shop).DismissAsync(Newsroom.Ewa, topic.Id, "en", Since(shop), Cancel));
        var dismissed = (await TopicAsync(shop)).Dismissal!;
        Assert.Equal(("Ewa", shop.Clock.GetUtcNow().UtcDateTime, 0, 3, true), (dismissed.ByName, dismissed.At, dismissed.AskedSince, dismissed.ComesBackAfter, dismissed.Holds));

        // The same people again are no more people; two who come may be chance.
        shop.Clock.Advance(TimeSpan.FromDays(10));
        await AskAsync(shop, 0, 4, seq: 12);
        await AskAsync(shop, 10, 2);
        Assert.Equal((2, true), Held(await TopicAsync(shop)));

        await AskAsync(shop, 12, 1);
        Assert.Equal((3, false), Held(await TopicAsync(shop)));
    }

    [Fact]
    public async Task Looked_at_over_a_short_time_it_is_still_dismissed()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        await AskAsync(shop, 0, 4);
        shop.Clock.Advance(TimeSpan.FromDays(40));
        await AskAsync(shop, 10, 1);

        // Dismissed in the short view, the whole topic is meant; then all that was known falls out of that view.
        var narrow = await TopicAsync(shop);
        Assert.Equal(1, narrow.Questions);
        await Dismissals(shop).DismissAsync(Newsroom.Ewa, narrow.Id, "en", Since(shop), Cancel);
        Assert.Equal(5, (await shop.Services.GetRequiredService<AskedTopics>().ListAsync("en", Since(shop).AddDays(-60), 1, Cancel)).Single().Dismissal!.ComesBackAfter + 2);
        shop.Clock.Advance(TimeSpan.FromDays(40));
        await AskAsync(shop, 20, 1, words: "tomorrow rain in Berlin?");

        Assert.Equal((1, true), Held(await TopicAsync(shop)));
    }

    [Fact]
    public async Task Brought_back_it_is_as_if_nobody_had_dismissed_it_and_who_may_not_write_changes_nothing()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        await AskAsync(shop, 0, 3);
        var id = (await TopicAsync(shop)).Id;

        Assert.False(await Dismissals(shop).DismissAsync(Newsroom.Visitor, id, "en", Since(shop), Cancel));
        Assert.False(await Dismissals(shop).DismissAsync(Newsroom.Ewa, "nothing", "en", Since(shop), Cancel));
        Assert.Null((await TopicAsync(shop)).Dismissal);
        await Dismissals(shop).DismissAsync(Newsroom.Ewa, id, "en", Since(shop), Cancel);
        await Dismissals(shop).DismissAsync(Newsroom.Omid, id, "en", Since(shop), Cancel);
        Assert.False(await Dismissals(shop).BringBackAsync(Newsroom.Visitor, id, "en", Since(shop), Cancel));
        Assert.Equal("Omid", (await TopicAsync(shop)).Dismissal!.ByName);

        Assert.True(await Dismissals(shop).BringBackAsync(Newsroom.Ewa, id, "en", Since(shop), Cancel));
        Assert.Null((await TopicAsync(shop)).Dismissal);
    }

    [Fact]
    public async Task Another_topic_stays_where_it_is()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        await AskAsync(shop, 0, 3);
        await AskAsync(shop, 50, 2, words: "Do you gift wrap orders?");
        var topics = await shop.Services.GetRequiredService<AskedTopics>().ListAsync("en", Since(shop), 1, Cancel);

        await Dismissals(shop).DismissAsync(Newsroom.Ewa, topics[0].Id, "en", Since(shop), Cancel);
        var after = await shop.Services.GetRequiredService<AskedTopics>().ListAsync("en", Since(shop), 1, Cancel);

        Assert.Equal(topics.Select(topic => (topic.Id, topic.Questions)), after.Select(topic => (topic.Id, topic.Questions)));
        Assert.Equal([true, null], after.Select(topic => topic.Dismissal?.Holds));
    }

    [Fact]
    public async Task A_dismissal_keeps_no_words_of_an_erased_conversation_and_is_gone_with_the_old_questions()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        await AskAsync(shop, 0, 3);
        await AskAsync(shop, 3, 1, words: Weather[0]);
        await Dismissals(shop).DismissAsync(Newsroom.Ewa, (await TopicAsync(shop)).Id, "en", Since(shop), Cancel);
        var asked = shop.Services.GetRequiredService<AskedQuestions>();

        await asked.ForgetAsync("c1", Cancel);
        await asked.ForgetAsync("c3", Cancel);
        await using (var db = shop.Db())
        {
            Assert.Equal(Weather.Where((_, n) => n != 1).Select(Warmline.Knowledge.Language.TextNormalizer.Normalize).Order(), (await db.DismissedWordings.Select(w => w.NormalForm).ToListAsync(Cancel)).Order());
        }

        shop.Clock.Advance(TimeSpan.FromDays(181));
        await asked.PurgeAsync(Cancel);
        await using var later = shop.Db();
        Assert.Equal((0, 0), (await later.Dismissals.CountAsync(Cancel), await later.DismissedWordings.CountAsync(Cancel)));
    }

    private static (int, bool) Held(AskedTopic topic) => (topic.Dismissal!.AskedSince, topic.Dismissal.Holds);

    private static TopicDismissals Dismissals(KnowledgeShop shop) => shop.Services.GetRequiredService<TopicDismissals>();

    private static DateTime Since(KnowledgeShop shop) => shop.Clock.GetUtcNow().UtcDateTime.AddDays(-30);

    private static async Task<AskedTopic> TopicAsync(KnowledgeShop shop) =>
        Assert.Single(await shop.Services.GetRequiredService<AskedTopics>().ListAsync("en", Since(shop), 1, Cancel));

    // Conversations c{from}, c{from + 1} …
    private static Task AskAsync(KnowledgeShop shop, int from, int conversations, long seq = 2, string? words = null) =>
        shop.Services.GetRequiredService<AskedQuestions>().TakeAsync(
            [.. Enumerable.Range(from, conversations).Select(n => new AskedTurn($"c{n}", seq, "en", shop.Clock.GetUtcNow().UtcDateTime)
            {
                Question = new(words ?? Weather[n % Weather.Length], AskedOutcome.None, [], 0.1),
            })],
            Cancel);
}
