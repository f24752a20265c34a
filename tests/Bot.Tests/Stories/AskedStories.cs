using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Bot.Asked;
using Warmline.Handoff.Desk.Answers;
using Warmline.Handoff.Policy;
using Warmline.Knowledge.Asked;

namespace Warmline.Bot.Tests.Stories;

public sealed class AskedStories
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_question_its_answer_and_the_vote_reach_the_editors(string language)
    {
        await using var app = WarmlineApplication.Open();
        var said = Spoken.In(language);
        var customer = await app.OpenChatAsync(language);
        await customer.AskAsync(said.Returns, Cancel);
        await customer.AskAsync(said.Label("Quick.No"), Cancel);

        await app.Services.GetRequiredService<QuestionFeed>().RunOnceAsync(Cancel);

        var asked = Assert.Single(await QuestionsAsync(app));
        Assert.Equal((language, said.Returns, "Answer", false), asked);
        Assert.DoesNotContain(await app.StoredAsync<DecisionRecord>(), record => record.ToTell is not null);
    }

    [Fact]
    public async Task What_was_stored_but_not_noted_is_told_again_and_counts_once()
    {
        await using var app = WarmlineApplication.Open();
        var customer = await app.OpenChatAsync("en");
        await customer.AskAsync(Spoken.In("en").Nonsense[0] + " LL-2442", Cancel);
        await customer.AskAsync(Spoken.In("en").Nonsense[1], Cancel);
        var turns = app.Services.GetRequiredService<KnowledgeTurns>();
        var waiting = await turns.ReadAsync(10, Cancel);
        await app.Services.GetRequiredService<AskedQuestions>().TakeAsync(
            [.. waiting.Select(turn => new AskedTurn(turn.ConversationId, turn.Seq, "en", turn.At) { Question = new(turn.Insight!.Asked!.Question, AskedOutcome.None, [], 0) })], Cancel);

        await app.Services.GetRequiredService<QuestionFeed>().RunOnceAsync(Cancel);

        Assert.All(await QuestionsAsync(app), asked => Assert.Equal("None", asked.Outcome));
        Assert.Equal((await QuestionsAsync(app)).Count, (await QuestionsAsync(app)).DistinctBy(asked => asked.Words).Count());
        Assert.Empty(await turns.ReadAsync(10, Cancel));
    }

    [Fact]
    public async Task The_line_that_shows_an_article_is_known_and_can_be_reported_and_a_solved_chat_makes_a_draft()
    {
        await using var app = WarmlineApplication.Open();
        var customer = await app.OpenChatAsync("en");
        await customer.AskAsync(Spoken.In("en").Returns, Cancel);
        var asked = (await app.StoredAsync<DecisionRecord>()).Select(record => InsightText.Read<TurnInsight>(record.Insight)!.Asked).OfType<KnowledgeNote>().Single();
        var port = app.Services.GetRequiredService<IAnswerReports>();

        var reported = await port.ReportAsync(new(customer.ConversationId, asked.Line!.Value, asked.Keys[0], "en", "anna", "Anna"), Cancel);
        var draft = await port.DraftAsync(new(customer.ConversationId, "en", ["Do you gift wrap?"], ["Yes, mail anna@example.com"], "anna", "Anna"), Cancel);
        var again = await port.DraftAsync(new(customer.ConversationId, "en", ["Do you gift wrap?"], ["Yes"], "anna", "Anna"), Cancel);

        Assert.True(reported);
        Assert.Equal([asked.Line.Value], await port.ReportedAsync(customer.ConversationId, Cancel));
        var line = Assert.Single(await app.Agent.LinesAsync(customer.ConversationId), line => line.Seq == asked.Line);
        Assert.Contains("30", line.Text, StringComparison.Ordinal);
        Assert.StartsWith("asked.do-you-gift-wrap", draft, StringComparison.Ordinal);
        Assert.Equal(draft, again);
    }

    // Knowledge keeps its tables to itself: read as any report would.
    private static async Task<List<(string Language, string Words, string Outcome, bool? Helped)>> QuestionsAsync(WarmlineApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Warmline.Handoff.Data.HandoffDatabase>().Open();
        await using (db)
        {
            var rows = await db.Database.SqlQueryRaw<StoredQuestion>(
                "SELECT \"Language\", \"Words\", \"Outcome\", \"Helped\" FROM knowledge_questions ORDER BY \"At\"").ToListAsync(Cancel);
            return [.. rows.Select(row => (row.Language, row.Words, ((AskedOutcome)row.Outcome).ToString(), row.Helped))];
        }
    }

    private sealed record StoredQuestion(string Language, string Words, int Outcome, bool? Helped);
}
