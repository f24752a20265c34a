using Microsoft.Extensions.DependencyInjection;
using Moq;
using Warmline.Handoff.Desk;
using Warmline.Handoff.Desk.Answers;
using Warmline.Handoff.Policy;

namespace Warmline.Handoff.Tests.Desk;

public sealed class AnswerReportTests
{
    [Fact]
    public async Task The_line_that_shows_an_article_has_a_button_and_the_one_beside_it_has_none()
    {
        var port = new Mock<IAnswerReports>();
        port.Setup(p => p.ReportedAsync("c1", It.IsAny<CancellationToken>())).ReturnsAsync([]);
        port.Setup(p => p.ReportAsync(It.IsAny<WrongAnswer>(), It.IsAny<CancellationToken>())).ReturnsAsync(true);
        await using var house = await OpenDesk.HouseAsync(services => services.AddSingleton(port.Object));
        await AnsweredAsync(house);
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await desk.SeeAsync("c1");
        var answers = desk.Answers;
        var shown = desk.Chat.Entries.Single(entry => entry.Text == "Within 30 days.").Line;

        var html = await desk.HtmlAsync<ChatTranscript>();
        var done = await answers.ReportAsync(shown);

        Assert.Equal(2, html.Split("Wrong answer").Length);
        Assert.Null(answers.KeyOf(desk.Chat.Entries.Single(entry => entry.Text == "Hello.").Line));
        Assert.True(done);
        port.Verify(p => p.ReportAsync(It.Is<WrongAnswer>(w => w.Seq == shown.Seq && w.ArticleKey == "returns.policy" && w.AgentName == "OLA"), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Without_the_port_there_is_no_button()
    {
        await using var house = await OpenDesk.HouseAsync();
        await AnsweredAsync(house);
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await desk.SeeAsync("c1");

        Assert.DoesNotContain("Wrong answer", await desk.HtmlAsync<ChatTranscript>(), StringComparison.Ordinal);
        Assert.False(desk.Answers.CanDraft);
    }

    [Fact]
    public async Task A_chat_of_the_agents_own_makes_a_draft_of_the_questions_and_the_agents_lines()
    {
        var port = new Mock<IAnswerReports>();
        port.Setup(p => p.DraftAsync(It.IsAny<SolvedChat>(), It.IsAny<CancellationToken>())).ReturnsAsync("asked.x");
        await using var house = await OpenDesk.HouseAsync(services => services.AddSingleton(port.Object));
        await house.WaitingAsync();
        await house.CustomerSaysAsync("c1", "Do you gift wrap?");
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await desk.AcceptAsync("c1");
        Assert.False(desk.Answers.CanDraft);
        await desk.Chat.SayAsync("Yes, for free.", "k1");
        await desk.ReadAsync();

        var key = await desk.Answers.DraftAsync();

        Assert.Equal("asked.x", key);
        Assert.Contains("Make a draft article", await desk.HtmlAsync<ChatHeader>(), StringComparison.Ordinal);
        port.Verify(p => p.DraftAsync(
            It.Is<SolvedChat>(c => c.Questions.SequenceEqual(new[] { "Do you gift wrap?" }) && c.Answers.SequenceEqual(new[] { "Yes, for free." })), It.IsAny<CancellationToken>()), Times.Once);
    }

    private static async Task AnsweredAsync(HandoffHouse house)
    {
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "How long can I return?");
        var input = (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!;
        await house.Turns.CommitTurnAsync(HandoffHouse.Answer(input, null, "Hello.", "Within 30 days.") with
        {
            Insight = new("en", [], [], new(HandoffKind.Stay, 0, [], new()))
            {
                Asked = new("How long can I return?", KnowledgeNote.Answer, ["returns.policy"], 0.9) { Line = 2 },
            },
        }, HandoffHouse.Cancel);
    }
}
