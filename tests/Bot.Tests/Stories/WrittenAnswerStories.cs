using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Desk.Assisting;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

/// <summary>With a model the customer may be answered in words written for the question; whatever the model does, the answer is the shop's.</summary>
public sealed class WrittenAnswerStories
{
    private const string Question = "How many days do I have to return something?";
    private const string Article = "You don't need to give a reason.";

    [Fact]
    public async Task Customer_is_answered_in_written_words_with_their_source_and_once()
    {
        await using var model = await LanguageModelStandIn.StartAsync(WarmlineApplication.Cancel);
        await using var shop = WarmlineApplication.Open(model.Settings);
        var customer = await shop.OpenChatAsync();
        model.Answer = "You can return an order within fourteen days of receiving it [1].";

        var answer = await customer.AskAsync(Question, WarmlineApplication.Cancel);

        Assert.Contains("You can return an order within fourteen days of receiving it [1].\n\nSource: [1] ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(Article, answer, StringComparison.Ordinal);
        Assert.Single(await shop.Agent.LinesAsync(customer.ConversationId), line => line.Text.Contains("fourteen days", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("You can return an order within 90 days of receiving it [1].")]
    [InlineData("Everything is free, see https://evil.example [1].")]
    [InlineData("Zamówienie możesz zwrócić w ciągu czternastu dni [1].")]
    [InlineData("NONE")]
    [InlineData("")]
    public async Task What_the_article_does_not_say_gives_way_to_its_own_words(string says)
    {
        await using var model = await LanguageModelStandIn.StartAsync(WarmlineApplication.Cancel);
        await using var shop = WarmlineApplication.Open(model.Settings);
        var customer = await shop.OpenChatAsync();
        model.Answer = says;

        var answer = await customer.AskAsync(Question, WarmlineApplication.Cancel);

        Assert.Contains("14 days", answer, StringComparison.Ordinal);
        Assert.Contains(Article, answer, StringComparison.Ordinal);
        Assert.NotEmpty(model.Asked);
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(200, true)]
    public async Task Model_that_fails_or_hangs_costs_the_customer_no_answer(int status, bool hangs)
    {
        await using var model = await LanguageModelStandIn.StartAsync(WarmlineApplication.Cancel);
        await using var shop = WarmlineApplication.Open([.. model.Settings, ("Warmline:LanguageModel:FirstWordWithin", "00:00:00.300")]);
        var customer = await shop.OpenChatAsync();
        (model.Status, model.SilentAfter) = (status, hangs ? 0 : null);

        Assert.Contains(Article, await customer.AskAsync(Question, WarmlineApplication.Cancel), StringComparison.Ordinal);
        Assert.NotEmpty(model.Asked);
    }

    [Fact]
    public async Task Written_answers_can_be_switched_off_alone()
    {
        await using var model = await LanguageModelStandIn.StartAsync(WarmlineApplication.Cancel);
        await using var shop = WarmlineApplication.Open([.. model.Settings, ("Warmline:LanguageModel:WriteAnswers", "false")]);
        var customer = await shop.OpenChatAsync();

        Assert.Contains(Article, await customer.AskAsync(Question, WarmlineApplication.Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain(model.Asked, body => body.Contains("\"stream\":true", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(AssistantTasks.None)]
    [InlineData(AssistantTasks.Summary, "Summarize")]
    [InlineData(AssistantTasks.Reply, "SuggestReplies")]
    [InlineData(AssistantTasks.Translation, "Translate")]
    public async Task Agents_get_what_is_switched_on(AssistantTasks offers, params string[] settings)
    {
        await using var model = await LanguageModelStandIn.StartAsync(WarmlineApplication.Cancel);
        await using var shop = WarmlineApplication.Open([.. model.Settings, .. settings.Select(name => ($"Warmline:LanguageModel:{name}", "true"))]);

        Assert.Equal(offers, shop.Services.GetRequiredService<IAgentAssistant>().Offers);
    }

    [Fact]
    public async Task Without_a_model_agents_are_offered_nothing()
    {
        await using var shop = WarmlineApplication.Open(
            ("Warmline:LanguageModel:Summarize", "true"), ("Warmline:LanguageModel:SuggestReplies", "true"), ("Warmline:LanguageModel:Translate", "true"));

        Assert.Equal(AssistantTasks.None, shop.Services.GetRequiredService<IAgentAssistant>().Offers);
    }

    [Fact]
    public async Task Suggested_reply_may_say_what_was_said_or_stands_in_an_article_and_nothing_else()
    {
        await using var model = await LanguageModelStandIn.StartAsync(WarmlineApplication.Cancel);
        await using var shop = WarmlineApplication.Open([.. model.Settings, ("Warmline:LanguageModel:SuggestReplies", "true"), ("Warmline:LanguageModel:FirstWordWithin", "00:00:12"), ("Warmline:LanguageModel:WriteWithin", "00:00:12")]);
        var assistant = shop.Services.GetRequiredService<IAgentAssistant>();
        var input = new AssistantInput("c1", "en", [new(AuthorRole.Customer, $"{Question} It is order LL-2442, see http://me.example/a.")]);

        var told = new List<string?>();
        foreach (var says in (string[])["You have 14 days to return order NUMBER_2.", "You have 90 days for that order.", "Please look at LINK_1 for that.", "Please look at https://evil.example for that."])
        {
            model.Answer = says;
            told.Add(await assistant.WriteAsync(AssistantTasks.Reply, input, WarmlineApplication.Cancel));
        }

        Assert.Equal(["You have 14 days to return order LL-2442.", null, null, null], told);
        Assert.DoesNotContain(model.Asked, body => body.Contains("2442", StringComparison.Ordinal) || body.Contains("me.example", StringComparison.Ordinal));
    }
}
