using Warmline.Bot.Dialogs;
using Warmline.Handoff.Promises;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

public sealed class TalkStories(StoryShop shop) : IClassFixture<StoryShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task Returns_are_answered_from_the_articles_with_the_source_and_the_shop_s_own_days(string language)
    {
        var (said, customer) = await OpenAsync(language);

        var answer = await customer.AskAsync(said.Returns, Cancel);
        await customer.PressAsync(said.Label("Quick.Yes"), Cancel);
        var glad = await customer.NextReplyAsync(Cancel);

        Assert.Matches("30|۳۰", answer);
        Assert.Contains(Replies.All(language)["Answer.Source"].Split('{')[0], answer, StringComparison.Ordinal);
        Assert.Equal(said.Label("Answer.Helped"), glad.Text);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_callback_is_corrected_confirmed_and_recorded_under_the_reference_shown(string language)
    {
        var (said, customer) = await OpenAsync(language);
        await customer.AskAsync(said.CallMe, Cancel);
        await customer.AskAsync(said.Phone, Cancel);
        await customer.AskAsync(said.When, Cancel);
        await customer.AskAsync(customer.Transcript[^1].Buttons[0], Cancel);
        await customer.AskAsync(said.Topic, Cancel);
        await customer.AskAsync(said.Label("Quick.No"), Cancel);
        await customer.AskAsync(said.Label("Callback.Number"), Cancel);
        var summary = await customer.AskAsync(said.OtherPhone, Cancel);

        var stored = await customer.AskAsync(said.Label("Quick.Yes"), Cancel);

        Assert.Contains(said.Topic, summary, StringComparison.Ordinal);
        var record = (await shop.App.StoredAsync<CallbackRequest>()).Single(callback => callback.ConversationId == customer.ConversationId);
        Assert.Contains(record.Reference, stored, StringComparison.Ordinal);
        Assert.Equal(Digits(said.OtherPhone), Digits(record.Phone));
        Assert.Equal((said.Topic, language), (record.Topic, record.Language));
    }

    [Theory]
    [InlineData("en", "I want to return an order")]
    [InlineData("pl", "Chcę zwrócić zamówienie")]
    [InlineData("ru", "Хочу вернуть заказ")]
    [InlineData("fa", "می‌خواهم سفارشم را مرجوع کنم")]
    public async Task A_return_that_is_to_be_made_begins_with_the_order(string language, string wish)
    {
        var (said, customer) = await OpenAsync(language);

        var answer = await customer.AskAsync(wish, Cancel);

        Assert.EndsWith(said.Label("Order.AskNumber"), answer, StringComparison.Ordinal);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task What_is_not_understood_is_asked_back_once_and_then_a_person_is_offered(string language)
    {
        var (said, customer) = await OpenAsync(language);

        var first = await customer.AskAsync(said.Nonsense[0], Cancel);
        var second = await customer.AskAsync(said.Nonsense[1], Cancel);
        await customer.PressAsync(said.Label("Quick.Yes"), Cancel);
        var third = await customer.NextReplyAsync(Cancel);

        Assert.Equal(said.Label("OutOfScope"), first);
        Assert.Equal(said.Label("Clarify.OfferPerson"), second);
        Assert.Equal("system", third.Author);
    }

    [Fact]
    public async Task After_two_failures_a_person_comes_without_another_not_understood()
    {
        var (said, customer) = await OpenAsync("en");
        await customer.AskAsync(said.Nonsense[0], Cancel);
        await customer.AskAsync(said.Nonsense[1], Cancel);

        var third = await customer.AskAsync("violins fold the winter", Cancel);

        Assert.StartsWith(said.Label("Person.Taken"), third, StringComparison.Ordinal);
        Assert.Equal("system", customer.Transcript[^1].Author);
    }

    [Fact]
    public async Task Who_declines_a_person_is_not_handed_over_at_the_next_misunderstanding()
    {
        var (said, customer) = await OpenAsync("en");
        await customer.AskAsync(said.Nonsense[0], Cancel);
        await customer.AskAsync(said.Nonsense[1], Cancel);
        await customer.AskAsync("no", Cancel);

        await customer.AskAsync("violins fold the winter", Cancel);

        Assert.Equal([said.Label("Quick.Yes"), said.Label("Quick.No")], customer.Transcript[^1].Buttons);
        Assert.Equal("bot", customer.Transcript[^1].Author);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task Anger_is_named_and_a_person_is_near(string language)
    {
        var (said, customer) = await OpenAsync(language);

        var answer = await customer.AskAsync(said.Angry, Cancel);

        var offered = answer == said.Label("Frustration") || answer == said.Label("Complaint.NeedsPerson");
        var taken = answer.StartsWith(said.Label("Frustration.Taken"), StringComparison.Ordinal);
        Assert.True(offered || taken, customer.Written());
    }

    [Fact]
    public async Task Who_is_only_polite_over_and_over_is_not_put_through_to_anybody()
    {
        var (_, customer) = await OpenAsync("en");

        foreach (var line in (string[])["hello", "thank you very much", "thank you very much", "thank you very much", "thank you so much", "hello", "hello", "hello"])
        {
            await customer.AskAsync(line, Cancel);
        }

        Assert.DoesNotContain(customer.Transcript, line => line.Author == "system");
    }

    [Fact]
    public async Task The_bot_follows_a_customer_who_changes_the_language()
    {
        var (_, customer) = await OpenAsync("en");
        await customer.AskAsync("Where is my order?", Cancel);

        var polish = await customer.AskAsync("Ile mam dni na zwrot towaru?", Cancel);

        Assert.Contains("Zamówienie możesz zwrócić", polish, StringComparison.Ordinal);
        Assert.EndsWith(Replies.Say("Order.AskNumber.2", "pl", ("example", "W1234567")), polish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_chosen_in_the_menu_is_spoken_from_then_on()
    {
        var (_, customer) = await OpenAsync("en");

        await customer.PostAsync(new { type = "event", name = "warmline/language", value = new { language = "pl" } }, Cancel);
        var answer = await customer.AskAsync("LL-2463", Cancel);

        Assert.Contains("LL-2463", answer, StringComparison.Ordinal);
        Assert.Contains(WarmlineApplication.Label("Privacy", "pl"), answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_kept_and_the_words_beside_it_are_answered()
    {
        var (said, customer) = await OpenAsync("en");
        var file = new { contentType = "image/png", contentUrl = "data:image/png;base64,iVBORw0KGgo=", name = "crack.png" };

        await customer.PostAsync(new { type = "message", attachments = new[] { file } }, Cancel);
        var alone = await customer.NextTurnAsync(Cancel);
        await customer.PostAsync(new { type = "message", text = said.Returns, attachments = new[] { file } }, Cancel);
        var together = await customer.NextTurnAsync(Cancel);

        Assert.Equal(said.Label("Attachment.Alone"), Assert.Single(alone).Text);
        Assert.Contains(together, line => line.Text.Contains("30", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fifty_quick_lines_are_all_stored_echoed_in_order_and_answered_after_them()
    {
        // Who says so much so alike would be with a person before the end.
        await using var patient = WarmlineApplication.Open(("Warmline:Policy:RepeatsToHandOver", "1000"), ("Warmline:Policy:Weights:repeats", "0"), ("Warmline:Policy:Weights:loop", "0"));
        var customer = await patient.OpenChatAsync();

        await Task.WhenAll(Enumerable.Range(1, 49).Select(number => customer.SayAsync($"thank you {number}", Cancel)));
        await customer.SayAsync(Spoken.In("en").Returns, Cancel);
        while (!(await customer.NextTurnAsync(Cancel)).Any(line => line.Text.Contains("30", StringComparison.Ordinal)))
        {
        }

        var lines = customer.Transcript;
        Assert.Equal(50, lines.Count(line => line.Author == "customer"));
        Assert.Equal(lines.Select(line => line.Id), lines.Select(line => line.Id).Order(StringComparer.Ordinal));
        Assert.True(lines.ToList().FindLastIndex(line => line.Author == "customer") < lines.Count - 1);
    }

    [Fact]
    public async Task Who_comes_back_finds_the_whole_conversation()
    {
        var (said, customer) = await OpenAsync("en");
        await customer.AskAsync(said.Returns, Cancel);

        var again = await shop.App.EnterAsync("en", customer.VisitorKey);
        await again.NextTurnAsync(Cancel);

        Assert.Equal(customer.ConversationId, again.ConversationId);
        Assert.Equal(customer.Transcript, again.Transcript.Take(customer.Transcript.Count), (one, other) => one.Id == other.Id && one.Text == other.Text);
    }

    private static string Digits(string phone) => string.Concat(phone.Where(char.IsAsciiDigit));

    private async Task<(Spoken Said, Customer Customer)> OpenAsync(string language) =>
        (Spoken.In(language), await shop.App.OpenChatAsync(language));
}
