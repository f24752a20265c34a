using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Desk;
using Warmline.Handoff.Desk.Assisting;
using Warmline.Handoff.Tests.Agents;

namespace Warmline.Handoff.Tests.Desk;

/// <summary>What a machine writes for agents: asked for, labelled, and theirs to take or to leave.</summary>
public sealed class AssistantTests
{
    private const AssistantTasks All = AssistantTasks.Summary | AssistantTasks.Reply | AssistantTasks.Translation;

    [Fact]
    public async Task Without_an_assistant_the_desk_shows_nothing_of_it()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await house.WaitingAsync();
        await desk.AcceptAsync("c1");

        Assert.DoesNotContain("assistant", await desk.HtmlAsync<AssistantPanel>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AssistantTasks.None, "pl")]
    [InlineData(AssistantTasks.Summary, "pl", "Summarise")]
    [InlineData(AssistantTasks.Reply, "pl", "Suggest a reply")]
    [InlineData(AssistantTasks.Translation, "pl", "Translate the customer’s messages", "Translate my draft")]
    [InlineData(All, "en", "Summarise", "Suggest a reply")]
    public async Task Buttons_are_those_switched_on_and_translation_only_between_languages(AssistantTasks offers, string language, params string[] buttons)
    {
        await using var house = await HouseAsync(Assistant(offers, "text").Object);
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await house.WaitingAsync(language: language);
        await desk.AcceptAsync("c1");
        await desk.Chat.KeepDraftAsync("Good day");

        var html = WebUtility.HtmlDecode(await desk.HtmlAsync<AssistantPanel>());

        Assert.Equal(buttons, new[] { "Summarise", "Suggest a reply", "Translate the customer’s messages", "Translate my draft" }.Where(words => html.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Chat_that_is_not_the_agents_has_no_reply_to_suggest()
    {
        await using var house = await HouseAsync(Assistant(All, "text").Object);
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await house.WaitingAsync();
        await desk.SeeAsync("c1");

        Assert.Equal([DeskWish.Summary], desk.Assistant.Wishes);
        await desk.Assistant.AskAsync(DeskWish.Reply);
        Assert.Null(desk.Assistant.Result);
    }

    [Fact]
    public async Task Suggested_reply_is_a_draft_once_taken_and_never_sent_by_itself()
    {
        var port = Assistant(All, "Shall I look it up?");
        await using var house = await HouseAsync(port.Object);
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await house.WaitingAsync();
        await desk.AcceptAsync("c1");
        await desk.Chat.KeepDraftAsync("Good day.");

        await desk.Assistant.AskAsync(DeskWish.Reply);
        var shown = WebUtility.HtmlDecode(await desk.HtmlAsync<AssistantPanel>());
        Assert.Equal("Good day.", desk.Chat.Draft);
        await desk.Assistant.TakeAsync("label");

        Assert.Contains(desk.Session.Texts["assist.machine"], shown, StringComparison.Ordinal);
        Assert.Contains("Shall I look it up?", shown, StringComparison.Ordinal);
        Assert.Equal("Good day.\nShall I look it up?", desk.Chat.Draft);
        Assert.Equal(1, desk.Chat.DraftsTaken);
        Assert.DoesNotContain(await house.LinesAsync("c1"), line => line.Role == AuthorRole.Agent);
        port.Verify(p => p.WriteAsync(AssistantTasks.Reply, It.Is<AssistantInput>(input => input.Language == "en" && input.Lines[0].Text == "I want a person"), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Translated_draft_takes_the_place_of_what_it_translates()
    {
        await using var house = await HouseAsync(Assistant(All, "Dzień dobry").Object);
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await house.WaitingAsync(language: "pl");
        await desk.AcceptAsync("c1");
        await desk.Chat.KeepDraftAsync("Good day");

        await desk.Assistant.AskAsync(DeskWish.TranslateDraft);
        await desk.Assistant.TakeAsync("label");

        Assert.Equal("Dzień dobry", desk.Chat.Draft);
    }

    [Fact]
    public async Task Summary_is_kept_as_a_note_that_says_who_wrote_it()
    {
        await using var house = await HouseAsync(Assistant(All, "The customer wants a person.").Object);
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await house.WaitingAsync();
        await desk.SeeAsync("c1");

        await desk.Assistant.AskAsync(DeskWish.Summary);
        await desk.Assistant.TakeAsync("Written by a machine.");
        await desk.ReadAsync();

        Assert.Equal("Written by a machine.\nThe customer wants a person.", Assert.Single(desk.Chat.Notes).Text);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("ru")]
    [InlineData("fa")]
    public async Task Nothing_reliable_is_said_so_in_every_language(string language)
    {
        await using var house = await HouseAsync(Assistant(All, null).Object);
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await new Staff(house).Accounts.SetLanguageAsync(desk.Session.Me!.Id, language, HandoffHouse.Cancel);
        await house.WaitingAsync();
        await desk.SeeAsync("c1");

        await desk.Assistant.AskAsync(DeskWish.Summary);
        var html = WebUtility.HtmlDecode(await desk.HtmlAsync<AssistantPanel>());

        Assert.Contains(new DeskTexts(language)["assist.nothing"], html, StringComparison.Ordinal);
        Assert.DoesNotContain("<blockquote", html, StringComparison.Ordinal);
        Assert.False(desk.Assistant.Result!.CanBeTaken);
    }

    [Fact]
    public async Task What_was_written_for_another_chat_is_not_shown_and_script_is_only_text()
    {
        var (begun, written) = (new TaskCompletionSource(), new TaskCompletionSource<string?>());
        var port = new Mock<IAgentAssistant>();
        port.SetupGet(p => p.Offers).Returns(All);
        port.Setup(p => p.WriteAsync(It.IsAny<AssistantTasks>(), It.IsAny<AssistantInput>(), It.IsAny<CancellationToken>())).Callback(begun.SetResult).Returns(written.Task);
        await using var house = await HouseAsync(port.Object);
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await house.WaitingAsync("c1");
        await house.WaitingAsync("c2");
        await desk.SeeAsync("c1");

        var asking = desk.Assistant.AskAsync(DeskWish.Summary);
        await begun.Task.WaitAsync(HandoffHouse.Cancel);
        Assert.True(desk.Assistant.IsWorking);
        await desk.SeeAsync("c2");
        written.SetResult("<b>late</b>");
        await asking;
        Assert.Null(desk.Assistant.Result);
        await desk.SeeAsync("c1");

        Assert.Contains("&lt;b&gt;late&lt;/b&gt;", await desk.HtmlAsync<AssistantPanel>(), StringComparison.Ordinal);
        desk.Assistant.Discard();
        Assert.DoesNotContain("late", await desk.HtmlAsync<AssistantPanel>(), StringComparison.Ordinal);
    }

    private static Task<HandoffHouse> HouseAsync(IAgentAssistant assistant) => OpenDesk.HouseAsync(services => services.AddSingleton(assistant));

    private static Mock<IAgentAssistant> Assistant(AssistantTasks offers, string? writes)
    {
        var port = new Mock<IAgentAssistant>();
        port.SetupGet(p => p.Offers).Returns(offers);
        port.Setup(p => p.WriteAsync(It.IsAny<AssistantTasks>(), It.IsAny<AssistantInput>(), It.IsAny<CancellationToken>())).ReturnsAsync(writes);
        return port;
    }
}
