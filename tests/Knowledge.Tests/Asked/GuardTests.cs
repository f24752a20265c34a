using Microsoft.Extensions.DependencyInjection;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Asked;
using Warmline.Knowledge.Asked.Guard;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Tests.Asked;

public sealed class GuardTests
{
    private static readonly DateTime Now = new(2026, 2, 2, 11, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_article_answers_what_nothing_answered()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        await TakeAsync(shop, Asked("c1", "can I pay with bitcoin", AskedOutcome.None));

        var report = await Guard(shop).CompareAsync(
            [new("pay.bitcoin", "en", new ArticleContent { Title = "Can I pay with bitcoin?", Variants = ["bitcoin payment", "do you accept bitcoin"], Answer = "No." })], Cancel);

        var change = Assert.Single(report.Changes, change => change.Asked > 0);
        Assert.Equal((ChangeVerdict.Better, "pay.bitcoin"), (change.Verdict, change.After.Answer));
    }

    [Fact]
    public async Task Taking_away_the_article_that_helped_is_worse_and_nothing_changed_is_silent()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        var live = (await shop.Services.GetRequiredService<PublishedArticles>().GetAsync(Cancel)).Find("returns.how", "en")!;
        await TakeAsync(shop, Asked("c1", live.Content.Title, AskedOutcome.Answer, "returns.how"), new AskedTurn("c1", 5, "en", Now) { Helped = true });

        var worse = await Guard(shop).CompareAsync([new("returns.how", "en", null)], Cancel);
        var same = await Guard(shop).CompareAsync([new("returns.how", "en", live.Content)], Cancel);

        var change = Assert.Single(worse.Changes, change => change.Asked > 0);
        Assert.Equal((ChangeVerdict.Worse, "returns.how", 1), (change.Verdict, change.Before.Answer, change.Helped));
        Assert.Empty(same.Changes);
        Assert.InRange(same.Replayed, 2, 1500);
    }

    [Fact]
    public async Task A_variant_that_customers_asked_is_one_question_and_names_the_right_article()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        var candidate = new Candidate("pay.bitcoin", "en", new ArticleContent { Title = "Can I pay with bitcoin?", Variants = ["bitcoin payment"], Answer = "No." });
        var without = await Guard(shop).CompareAsync([candidate], Cancel);
        await TakeAsync(shop, Asked("c1", "Bitcoin payment?", AskedOutcome.None), Asked("c2", "bitcoin  payment", AskedOutcome.None));

        var report = await Guard(shop).CompareAsync([candidate], Cancel);

        Assert.Equal((0, 1), (without.Stored, report.Stored));
        Assert.Equal(without.Replayed, report.Replayed);
        var change = Assert.Single(report.Changes, change => change.Asked > 0);
        Assert.Equal((2, "pay.bitcoin", ChangeVerdict.Better), (change.Asked, change.VariantOf, change.Verdict));
    }

    [Fact]
    public async Task Away_from_an_answer_that_did_not_help_is_no_gain_by_itself()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        var live = (await shop.Services.GetRequiredService<PublishedArticles>().GetAsync(Cancel)).Find("returns.how", "en")!;
        await TakeAsync(shop, Asked("c1", live.Content.Title, AskedOutcome.Answer, "returns.how"), new AskedTurn("c1", 5, "en", Now) { Helped = false });

        var report = await Guard(shop).CompareAsync([new("returns.how", "en", null)], Cancel);

        var change = Assert.Single(report.Changes, change => change.Asked > 0);
        Assert.Equal((ChangeVerdict.Different, 1), (change.Verdict, change.NotHelped));
    }

    [Fact]
    public async Task An_article_that_nobody_can_read_any_more_is_no_measure()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        await TakeAsync(shop, Asked("c1", "can I pay with bitcoin", AskedOutcome.Answer, "pay.gone"), new AskedTurn("c1", 5, "en", Now) { Helped = true });

        var report = await Guard(shop).CompareAsync(
            [new("pay.bitcoin", "en", new ArticleContent { Title = "Can I pay with bitcoin?", Variants = ["bitcoin payment", "do you accept bitcoin"], Answer = "No." })], Cancel);

        Assert.Equal(ChangeVerdict.Better, Assert.Single(report.Changes, change => change.Asked > 0).Verdict);
    }

    [Fact]
    public async Task What_customers_may_not_see_changes_nothing_and_nobody_has_to_wait()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        await TakeAsync(shop, Asked("c1", "can I pay with bitcoin", AskedOutcome.None));
        var hidden = new Candidate("pay.bitcoin", "en", new ArticleContent { Title = "Can I pay with bitcoin?", Answer = "No." }) { IsShown = _ => false };

        var report = await Guard(shop).CompareAsync([hidden], Cancel);

        Assert.Empty(report.Changes);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Guard(shop).CompareAsync([hidden], new CancellationToken(canceled: true)));
    }

    private static RegressionGuard Guard(KnowledgeShop shop) => shop.Services.GetRequiredService<RegressionGuard>();

    private static Task TakeAsync(KnowledgeShop shop, params AskedTurn[] turns) => shop.Services.GetRequiredService<AskedQuestions>().TakeAsync(turns, Cancel);

    private static AskedTurn Asked(string conversation, string words, AskedOutcome outcome, params string[] keys) =>
        new(conversation, 2, "en", Now) { Question = new(words, outcome, keys, 0.9) };
}
