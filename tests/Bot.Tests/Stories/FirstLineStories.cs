namespace Warmline.Bot.Tests.Stories;

public sealed class FirstLineStories
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory]
    [InlineData("en", "bot")]
    [InlineData("pl", "bot")]
    [InlineData("ru", "бот")]
    [InlineData("fa", "ربات")]
    public async Task The_first_line_says_that_it_is_a_bot_and_offers_what_it_can_do(string language, string bot)
    {
        await using var app = WarmlineApplication.Open();
        await using var customer = await app.EnterAsync(language);

        var first = await customer.NextReplyAsync(Cancel);

        Assert.Contains(bot, first.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("bot", first.Author);
        Assert.Contains(WarmlineApplication.Label("Quick.Person", language), first.Buttons);
        Assert.Single(customer.Transcript);
    }
}
