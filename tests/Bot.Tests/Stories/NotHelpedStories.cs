using static Warmline.Bot.Tests.Stories.WarmlineApplication;

namespace Warmline.Bot.Tests.Stories;

/// <summary>An answer did not help: one question follows, and a yes to it brings a person.</summary>
public sealed class NotHelpedStories
{
    [Theory]
    [InlineData("How much is delivery?")]
    [InlineData("How much is delivery?", "How can I pay?")]
    [InlineData("How much is delivery?", "How can I pay?", "What is your return policy?")]
    public async Task However_often_it_did_not_help_one_question_is_asked_and_yes_brings_a_person(params string[] questions)
    {
        await using var app = Open();
        var customer = await app.OpenChatAsync();
        var answer = "";
        foreach (var question in questions)
        {
            await customer.AskAsync(question, Cancel);
            answer = await customer.AskAsync("No", Cancel);
        }

        Assert.Equal(1, answer.Count(letter => letter == '?'));
        Assert.DoesNotContain(Label("AnythingElse", "en"), answer, StringComparison.Ordinal);

        await customer.AskAsync("yes", Cancel);

        Assert.NotNull((await app.Agent.WaitingAsync()).SingleOrDefault(item => item.ConversationId == customer.ConversationId));
    }
}
