using Microsoft.Extensions.DependencyInjection;
using Warmline.Knowledge.Asked;
using Warmline.Knowledge.Asked.Figures;
using Warmline.Knowledge.Tests.Articles;

namespace Warmline.Knowledge.Tests.Asked;

public sealed class FiguresTests
{
    private static readonly DateTime Now = new(2026, 2, 2, 11, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Weeks_articles_and_reports_are_counted()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        await shop.Services.GetRequiredService<AskedQuestions>().TakeAsync(
            [
                Turn("c1", 1, AskedOutcome.Answer, "returns.how"), new("c1", 3, "en", Now) { Helped = true },
                Turn("c2", 1, AskedOutcome.Answer, "returns.how"), new("c2", 3, "en", Now) { Helped = false },
                Turn("c3", 1, AskedOutcome.None), Turn("c4", 1, AskedOutcome.Choices, "returns.how"),
            ],
            Cancel);
        var reports = shop.Services.GetRequiredService<AnswerReports>();
        Assert.True(await reports.ReportAsync("c2", 2, "returns.how", "en", "ola", "Ola", Cancel));
        Assert.True(await reports.ReportAsync("c2", 2, "returns.how", "en", "jan", "Jan", Cancel));
        Assert.False(await reports.ReportAsync("c2", 4, "no.such", "en", "ola", "Ola", Cancel));
        var figures = shop.Services.GetRequiredService<KnowledgeFigures>();

        var week = Assert.Single(await figures.CoverageAsync(Now.AddDays(-7), Now.AddDays(1), Cancel));
        var use = Assert.Single(await figures.UseAsync(Now.AddDays(-7), Now.AddDays(1), Cancel));
        var where = await figures.AnsweredByAsync("returns.how", null, 0, 10, Cancel);
        var report = Assert.Single(await reports.ListAsync(withSettled: false, 0, 10, Cancel));

        Assert.Equal((4, 2, 1, 1, 0.5, 0.5), (week.Questions, week.Answered, week.Choices, week.None, week.AnsweredShare, week.HelpedRate));
        Assert.Equal(("returns.how", 2, 1, 1, 1), (use.Key, use.Answered, use.Yes, use.No, use.Reported));
        Assert.Equal(["c1", "c2"], where.Select(one => one.ConversationId));
        Assert.Equal(("Ola", "How do I return it?"), (report.Report.ByName, report.Question));
        Assert.False(await reports.SettleAsync(Newsroom.Visitor, "c2", 2, Cancel));
        Assert.True(await reports.SettleAsync(Newsroom.Ewa, "c2", 2, Cancel));
        Assert.Empty(await reports.ListAsync(withSettled: false, 0, 10, Cancel));
    }

    [Fact]
    public async Task What_nobody_touched_for_months_is_stale()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        var figures = shop.Services.GetRequiredService<KnowledgeFigures>();
        var fresh = await figures.StaleAsync(6, Cancel);
        shop.Clock.Advance(TimeSpan.FromDays(200));

        var old = await figures.StaleAsync(6, Cancel);

        Assert.DoesNotContain(fresh, text => text.IsOld);
        Assert.Contains(old, text => text is { Key: "returns.how", Language: "pl", IsOld: true });
    }

    private static AskedTurn Turn(string conversation, long seq, AskedOutcome outcome, params string[] keys) =>
        new(conversation, seq, "en", Now) { Question = new("How do I return it?", outcome, keys, 0.9) };
}
