using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Policy;

namespace Warmline.Handoff.Tests.Policy;

public sealed class DecisionTests
{
    [Fact]
    public async Task What_the_bot_made_of_a_turn_is_kept_beside_its_last_line()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "hello");
        await house.CustomerSaysAsync("c1", "where is it, this is a disgrace");

        await house.CommitAsync(await house.TurnAsync(Insights.Angry(lines: [1, 2])));

        var (seq, kept) = Assert.Single(await house.DecisionsAsync());
        Assert.Equal((2L, "en", HandoffKind.HandOver, "repeats"), (seq, kept.Language, kept.Decision.Kind, kept.Decision.Reason));
        Assert.Equal(["order_status", "complaint", "payment"], kept.Intents.Select(i => i.Name));
        Assert.Equal([Insights.Quote], kept.Signals[0].Evidence);
        Assert.Equal([1, 2], kept.Decision.Reasons[1].Lines);
    }

    [Fact]
    public async Task Reports_find_the_main_things_in_columns()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "where is it");
        await house.CommitAsync(await house.TurnAsync(Insights.Angry()));
        await house.CustomerSaysAsync("c1", "hm");
        await house.CommitAsync(await house.TurnAsync(new("en", [], [], new(HandoffKind.Stay, 0, [], new()))));

        await using var db = house.Database.Open();
        var kept = await db.Set<DecisionRecord>().AsNoTracking().OrderBy(d => d.Seq).ToListAsync(HandoffHouse.Cancel);

        Assert.Equal((HandoffKind.HandOver, 0.81, "repeats", "order_status", 0.874), (kept[0].Kind, kept[0].Score, kept[0].Reason, kept[0].Intent, kept[0].Confidence));
        Assert.Equal((HandoffKind.Stay, 0, "", null, null), (kept[1].Kind, kept[1].Score, kept[1].Reason, kept[1].Intent, kept[1].Confidence));
    }

    [Fact]
    public async Task A_stale_turn_leaves_nothing_and_a_turn_without_an_insight_neither()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "where is it");
        var late = await house.TurnAsync(Insights.Angry());
        await house.BotTurnAsync("c1", null, "One moment.");

        Assert.IsType<CommitResult.Stale>(await house.CommitAsync(late));

        Assert.Empty(await house.DecisionsAsync());
    }

    [Fact]
    public async Task Of_many_turns_over_the_same_line_one_leaves_its_record()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "where is it");
        var turn = await house.TurnAsync(Insights.Angry());

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.CommitAsync(turn)));
        var nothingNew = await house.CommitAsync(turn with { FromCursor = turn.ToCursor });

        Assert.IsType<CommitResult.Committed>(nothingNew);
        Assert.Single(results.OfType<CommitResult.Committed>());
        Assert.Single(await house.DecisionsAsync());
    }

    [Fact]
    public async Task It_is_still_there_when_another_process_opens_the_database()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "where is it");
        await house.CommitAsync(await house.TurnAsync(Insights.Angry()));

        await using var next = house.OpenNeighbour();

        Assert.Equal(Insights.Quote, Assert.Single(await next.DecisionsAsync()).Insight.Signals[0].Evidence[0]);
    }

    [Fact]
    public async Task Whatever_a_customer_writes_and_an_engine_makes_of_it_the_record_stays_small_and_readable()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "…");
        string[] quotes = [.. Enumerable.Range(0, 50).Select(n => $"{n}\0\u202E\u2069\"\\" + new string('"', 5000) + "\uD800")];
        var endless = Enumerable.Range(0, 300).Select(n => $"{new string('x', 500)}{n}").ToList();
        await house.CommitAsync(await house.TurnAsync(new(
            new string('e', 100),
            [.. endless.Select(name => new UnderstoodIntent(name, double.NaN, quotes))],
            [.. endless.Select(name => new NoticedSignal(name, double.PositiveInfinity, quotes))],
            new(HandoffKind.Offer, double.NaN, [.. endless.Select(name => new HandoffReason(name, quotes, [.. Enumerable.Range(0, 999).Select(n => long.MaxValue - n)]))], new()))));

        var kept = Assert.Single(await house.DecisionsAsync()).Insight;
        await using var db = house.Database.Open();
        var stored = await db.Set<DecisionRecord>().AsNoTracking().SingleAsync(HandoffHouse.Cancel);

        Assert.InRange(stored.Insight.Length, 1, InsightText.Longest);
        Assert.InRange(stored.Reason.Length, 1, 64);
        Assert.All(kept.Signals.SelectMany(s => s.Evidence), quote => Assert.DoesNotMatch("[\0\u202E\u2069]", quote));
    }

    [Fact]
    public async Task A_record_in_a_shape_of_another_time_is_left_out_and_breaks_nothing()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        foreach (var text in new[] { "one", "two", "three", "four" })
        {
            await house.CustomerSaysAsync("c1", text);
            await house.CommitAsync(await house.TurnAsync(Insights.Angry()));
        }

        await using var db = house.Database.Open();
        var records = db.Set<DecisionRecord>().OrderBy(d => d.Seq);
        var seqs = await records.Select(d => d.Seq).ToListAsync(HandoffHouse.Cancel);
        foreach (var (seq, text) in seqs.Zip(["{", "null", """{"Language":null,"Signals":[null]}"""]))
        {
            await db.Set<DecisionRecord>().Where(d => d.Seq == seq).ExecuteUpdateAsync(set => set.SetProperty(d => d.Insight, text), HandoffHouse.Cancel);
        }

        Assert.Equal([seqs[^1]], (await house.DecisionsAsync()).Select(d => d.Seq));
    }

    [Fact]
    public async Task No_line_of_the_log_and_nothing_the_next_turn_reads_carries_it()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "where is it");
        await house.CommitAsync(await house.TurnAsync(Insights.Angry(), new Move.RequestHandoff("repeats", [Insights.Quote])));

        var lines = System.Text.Json.JsonSerializer.Serialize(await house.LinesAsync("c1"));

        Assert.DoesNotContain("disgrace", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("anger", lines, StringComparison.Ordinal);
    }
}
