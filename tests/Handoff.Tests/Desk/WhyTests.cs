using System.Net;
using System.Text.RegularExpressions;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Desk;
using Warmline.Handoff.Policy;
using Warmline.Handoff.Tests.Agents;
using Warmline.Handoff.Tests.Policy;

namespace Warmline.Handoff.Tests.Desk;

/// <summary>What the desk says about the bot's decisions, as the page writes it.</summary>
public sealed partial class WhyTests
{
    [Theory]
    [InlineData("en", "order status 87%", "angry words 83%", "Handed over to a person.", "asked the same again 2 times (lines 1 and 3)")]
    [InlineData("pl", "status zamówienia 87%", "złość 83%", "Rozmowę przekazano człowiekowi.", "to samo pytanie powtórzone 2 razy (wiadomości 1 i 3)")]
    [InlineData("ru", "статус заказа 87\u00A0%", "сердитые слова 83\u00A0%", "Разговор передан человеку.", "тот же вопрос повторён 2 раза (сообщения 1 и 3)")]
    [InlineData("fa", "وضعیت سفارش 87٪", "لحن عصبانی 83٪", "گفت‌وگو به کارشناس پشتیبانی سپرده شد.", "2 بار تکرار همان پرسش (پیام‌های 1 و 3)")]
    public async Task Beside_the_line_stands_what_was_understood_noticed_and_decided(string language, params string[] sentences)
    {
        await using var house = await OpenDesk.HouseAsync();
        await HandedOverAsync(house);
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await new Staff(house).Accounts.SetLanguageAsync(desk.Session.Me!.Id, language, HandoffHouse.Cancel);
        await desk.SeeAsync("c1");

        var transcript = await desk.HtmlAsync<ChatTranscript>();

        var why = Assert.Single(Details().Matches(transcript)).Value;
        Assert.All(sentences, sentence => Assert.Contains(sentence, Words(why), StringComparison.Ordinal));
        Assert.Contains($"<q><bdi>{Insights.Quote}</bdi></q>", why, StringComparison.Ordinal);
        Assert.Contains("<summary", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stands_beside_the_customers_last_line_of_the_turn_and_says_nothing_of_faint_signs()
    {
        await using var house = await OpenDesk.HouseAsync();
        await HandedOverAsync(house);
        await using var desk = await OpenDesk.OfAsync(house, "ola");

        await desk.SeeAsync("c1");

        var kept = Assert.Single(desk.Chat.Insights);
        Assert.Equal(3, kept.Key);
        var why = Words(await desk.HtmlAsync<ChatTranscript>());
        Assert.DoesNotContain("urgent", why, StringComparison.Ordinal);
        Assert.DoesNotContain("payment", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_and_header_say_why_the_customer_waits()
    {
        await using var house = await OpenDesk.HouseAsync();
        await HandedOverAsync(house);
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await desk.SeeAsync("c1");

        var (list, header) = (Words(await desk.HtmlAsync<DeskColumn>()), Words(await desk.HtmlAsync<ChatHeader>()));

        Assert.Contains("asked the same again 2 times: where is it", list, StringComparison.Ordinal);
        Assert.Contains($"angry words: {Insights.Quote}", list, StringComparison.Ordinal);
        Assert.Contains($"angry words (lines 1 and 3): {Insights.Quote}", header, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reason_that_is_not_the_policys_is_shown_with_its_own_words()
    {
        await using var house = await OpenDesk.HouseAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "hello");
        await house.CommitAsync(await house.TurnAsync(Insights.Angry(), new Move.RequestHandoff("bot_error", [])));
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await desk.SeeAsync("c1");

        Assert.Contains("the bot had a fault", Words(await desk.HtmlAsync<DeskColumn>()), StringComparison.Ordinal);
        Assert.DoesNotContain("angry", Words(await desk.HtmlAsync<ChatHeader>()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_nobody_knows_yet_are_shown_as_they_are_and_script_is_only_text()
    {
        await using var house = await OpenDesk.HouseAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "hello");
        await house.CommitAsync(await house.TurnAsync(new(
            "xx", [new("buy_the_shop", 0.7, [])], [new("joy", 0.9, ["<b>hurray</b>"])],
            new((HandoffKind)7, 0.5, [new("moonlight", [], [99])], new()))));
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await desk.SeeAsync("c1");

        var transcript = await desk.HtmlAsync<ChatTranscript>();

        Assert.All(["buy_the_shop 70%", "joy 90%", "moonlight"], name => Assert.Contains(name, Words(transcript), StringComparison.Ordinal));
        Assert.Contains("&lt;b&gt;hurray&lt;/b&gt;", transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_line_takes_its_quotes_along()
    {
        await using var house = await OpenDesk.HouseAsync();
        await HandedOverAsync(house);
        await house.Database.WriteAsync(async db => await Appending.AppendAsync(
            db, (await Appending.LockAsync(db, "c1"))!, Author.Customer("dl_c1", null), [new NewLine(LineKind.Delete, "") { Target = 3 }], DateTime.UnixEpoch), HandoffHouse.Cancel);
        await using var desk = await OpenDesk.OfAsync(house, "ola");

        await desk.SeeAsync("c1");

        Assert.DoesNotContain(Insights.Quote, await desk.HtmlAsync<ChatTranscript>(), StringComparison.Ordinal);
    }

    // 1 customer, 2 bot, 3 customer; then the bot gives up and the customer waits.
    private static async Task HandedOverAsync(HandoffHouse house)
    {
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "where is it");
        await house.BotTurnAsync("c1", null, "Which order?");
        await house.CustomerSaysAsync("c1", "where is it, I asked");
        await house.CommitAsync(await house.TurnAsync(Insights.Angry(lines: [1, 3]), new Move.RequestHandoff("repeats", ["where is it"])));
    }

    private static string Words(string html) => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(html, "")), " ");

    [GeneratedRegex("<details.*?</details>", RegexOptions.Singleline)]
    private static partial Regex Details();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("[ \n]+")]
    private static partial Regex Space();
}
