using Warmline.Bot.Dialogs;
using Warmline.Handoff.Customers;
using Customer = Warmline.TestSupport.Customer;

namespace Warmline.Bot.Tests.Stories;

public sealed class OrderStories(StoryShop shop) : IClassFixture<StoryShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task An_order_is_told_when_everything_comes_in_one_line(string language)
    {
        var (said, customer) = await OpenAsync(language);

        var answer = await customer.AskAsync(said.OneLine, Cancel);

        Assert.Contains(said.Order, answer, StringComparison.Ordinal);
        Assert.Contains(said.Item, answer, StringComparison.Ordinal);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task An_order_is_told_over_several_lines_with_the_privacy_notice_once(string language)
    {
        var (said, customer) = await OpenAsync(language);

        var asksNumber = await customer.AskAsync(said.WhereIsIt, Cancel);
        var asksEmail = await customer.AskAsync(said.Order, Cancel);
        var answer = await customer.AskAsync(said.Email, Cancel);

        Assert.Contains(WarmlineApplication.Label("Privacy", language), asksNumber, StringComparison.Ordinal);
        Assert.DoesNotContain(WarmlineApplication.Label("Privacy", language), asksEmail, StringComparison.Ordinal);
        Assert.Contains(said.Order, asksEmail, StringComparison.Ordinal);
        Assert.Contains(said.Item, answer, StringComparison.Ordinal);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_wrong_e_mail_is_corrected_by_sending_the_right_one(string language)
    {
        var (said, customer) = await OpenAsync(language);
        await customer.AskAsync(said.WhereIsIt, Cancel);
        await customer.AskAsync(said.Order, Cancel);

        var refusal = await customer.AskAsync("somebody@example.com", Cancel);
        var answer = await customer.AskAsync(said.Email, Cancel);

        Assert.Equal(WarmlineApplication.Label("Order.NotFound", language), refusal);
        Assert.Contains(said.Item, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_order_and_somebody_else_s_get_word_for_word_the_same_answer()
    {
        var (_, owner) = await OpenAsync("en");
        var (_, guesser) = await OpenAsync("en");

        var notTheirs = await owner.AskAsync("Where is my order LL-2442? My e-mail is somebody@example.com", Cancel);
        var unknown = await guesser.AskAsync("Where is my order LL-9999? My e-mail is somebody@example.com", Cancel);

        Assert.Equal(notTheirs, unknown);
        Assert.Equal("not the owner", (await ProofAsync(owner)).Reason);
        Assert.Equal("unknown", (await ProofAsync(guesser)).Reason);
    }

    [Fact]
    public async Task Guessing_ends_after_five_tries_and_then_even_the_right_proof_is_refused()
    {
        // Who is told the same three times would be with a person before the fifth.
        await using var patient = WarmlineApplication.Open(
            ("Warmline:Policy:RepeatsToHandOver", "1000"), ("Warmline:Policy:Weights:loop", "0"), ("Warmline:Handoff:ProofAttemptsPerAddress", "100000"));
        var said = Spoken.In("en");
        var customer = await patient.OpenChatAsync("en");
        for (var number = 1; number <= 5; number++)
        {
            await customer.AskAsync($"Where is my order LL-90{number:D2}? My e-mail is {said.Email}", Cancel);
        }

        var locked = await customer.AskAsync(said.OneLine, Cancel);
        var again = await customer.AskAsync(said.OneLine, Cancel);
        var takenOver = await customer.AskAsync("yes", Cancel);

        Assert.Equal(WarmlineApplication.Label("Order.AttemptsUsed", "en"), locked);
        Assert.DoesNotContain(said.Item, locked + again, StringComparison.Ordinal);
        Assert.Equal("system", customer.Transcript[^1].Author);
        Assert.NotEmpty(takenOver);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_question_about_returns_in_the_middle_is_answered_and_the_order_goes_on(string language)
    {
        var (said, customer) = await OpenAsync(language);
        await customer.AskAsync(said.WhereIsIt, Cancel);

        var returns = await customer.AskAsync(said.Returns, Cancel);
        await customer.AskAsync(said.Order, Cancel);
        var answer = await customer.AskAsync(said.Email, Cancel);

        Assert.Matches("30|۳۰", returns);
        Assert.EndsWith(Replies.SayAnew("Order.AskNumber", language, 1, ("example", "W1234567")), returns, StringComparison.Ordinal);
        Assert.Contains(said.Item, answer, StringComparison.Ordinal);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task Cancel_stops_the_questions(string language)
    {
        var (said, customer) = await OpenAsync(language);
        await customer.AskAsync(said.WhereIsIt, Cancel);

        await customer.PressAsync(said.Label("Quick.Cancel"), Cancel);
        var stopped = await customer.NextReplyAsync(Cancel);
        var greeting = await customer.AskAsync(said.Greeting, Cancel);

        Assert.Equal(said.Label("Control.Cancelled"), stopped.Text);
        Assert.Equal(said.Label("Greeting"), greeting);
    }

    [Theory, InlineData("en", "go back"), InlineData("pl", "wróć"), InlineData("ru", "назад"), InlineData("fa", "مرحله قبل")]
    public async Task Back_asks_for_the_number_again(string language, string back)
    {
        var (said, customer) = await OpenAsync(language);
        await customer.AskAsync(said.WhereIsIt, Cancel);
        await customer.AskAsync("LL-9999", Cancel);

        await customer.AskAsync(back, Cancel);
        await customer.AskAsync(said.Order, Cancel);
        var answer = await customer.AskAsync(said.Email, Cancel);

        Assert.Contains(said.Item, answer, StringComparison.Ordinal);
    }

    private async Task<(Spoken Said, Customer Customer)> OpenAsync(string language) =>
        (Spoken.In(language), await shop.App.OpenChatAsync(language));

    private async Task<ProofRecord> ProofAsync(Customer customer) =>
        (await shop.App.StoredAsync<ProofRecord>()).Single(proof => proof.ConversationId == customer.ConversationId);
}
