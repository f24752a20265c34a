using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using Warmline.Bot.Dialogs;
using Warmline.Bot.Shop;
using Warmline.Handoff.Data;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories.Returns;

public sealed class ReturnTroubleStories(ReturnShop shop) : IClassFixture<ReturnShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    /// <summary>Every prompt of a return, and what must not move it.</summary>
    public static TheoryData<string, string, string> BadAnswers()
    {
        var all = new TheoryData<string, string, string>();
        foreach (var prompt in new[] { "items", "condition", "start", "sure" })
        {
            foreach (var language in new[] { "en", "pl", "ru", "fa" })
            {
                all.Add(prompt, language, "🤷‍♀️🤷‍♀️");
                all.Add(prompt, language, "");
            }

            all.Add(prompt, "en", string.Concat(Enumerable.Repeat("once upon a winter violins were folded by herons ", 105)));
        }

        return all;
    }

    [Theory, MemberData(nameof(BadAnswers))]
    public async Task What_is_no_answer_is_asked_again_and_changes_nothing(string prompt, string language, string nonsense)
    {
        var (said, customer) = await AtAsync(prompt, language);

        var answer = await customer.AskAsync(nonsense.Length > 0 ? nonsense : said.Nonsense, Cancel);
        var still = await customer.AskAsync(Good(prompt, said), Cancel);

        Assert.DoesNotContain(customer.Transcript, line => line.Author == "system");
        Assert.DoesNotContain(said.Label("Error"), answer, StringComparison.Ordinal);
        Assert.NotEqual(answer, still);
        Assert.Contains(Next(prompt, said), still, StringComparison.Ordinal);
        Assert.Empty((await shop.OrderAsync(said, said.Fresh)).Requests);
    }

    [Theory, InlineData("items"), InlineData("cause"), InlineData("condition"), InlineData("start"), InlineData("sure")]
    public async Task A_question_in_the_middle_is_answered_and_the_prompt_comes_again(string prompt)
    {
        var (said, customer) = await AtAsync(prompt, "en");

        var answer = await customer.AskAsync(said.Question, Cancel);
        var still = await customer.AskAsync(Good(prompt, said), Cancel);

        Assert.Contains("30 days", answer, StringComparison.Ordinal);
        Assert.Contains(Next(prompt, said), still, StringComparison.Ordinal);
    }

    [Theory, InlineData("items"), InlineData("cause"), InlineData("condition"), InlineData("start"), InlineData("sure")]
    public async Task Never_mind_stops_it_and_a_person_is_a_word_away(string prompt)
    {
        var (said, customer) = await AtAsync(prompt, "en");
        var (other, impatient) = await AtAsync(prompt, "en");

        var stopped = await customer.AskAsync(said.Label("Quick.Cancel"), Cancel);
        var person = await impatient.AskAsync("I want to talk to a person", Cancel);

        Assert.Equal(said.Label("Control.Cancelled"), stopped);
        Assert.Equal("system", impatient.Transcript[^1].Author);
        Assert.NotEmpty(person);
        Assert.Empty((await shop.OrderAsync(said, said.Fresh)).Requests);
        Assert.Empty((await shop.OrderAsync(other, other.Fresh)).Requests);
    }

    [Fact]
    public async Task Back_from_the_summary_asks_the_last_question_again()
    {
        var (said, customer) = await AtAsync("cause", "en");
        await customer.AskAsync(said.Cause, Cancel);

        var back = await customer.AskAsync("go back", Cancel);
        var summary = await customer.AskAsync(said.Label("Return.Cause.TooLate"), Cancel);

        Assert.EndsWith(Replies.SayAnew("Return.AskCause", "en", 1), back, StringComparison.Ordinal);
        Assert.Contains(said.Label("Return.Cause.TooLate"), summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_to_the_summary_changes_one_part_and_keeps_the_rest()
    {
        var (said, customer) = await AtAsync("sure", "en");

        var what = await customer.AskAsync(said.Label("Quick.No"), Cancel);
        var items = await customer.AskAsync(said.Label("Return.Part.Items"), Cancel);
        var pieces = await customer.AskAsync(said.Plate, Cancel);
        var summary = await customer.AskAsync("two", Cancel);

        Assert.Equal(said.Label("Return.AskChange"), what);
        Assert.StartsWith(Replies.SayAnew("Return.AskItems", "en", 1, ("order", said.Fresh)), items, StringComparison.Ordinal);
        Assert.Equal(Replies.Say("Return.AskQuantity", "en", ("item", said.Plate), ("most", 3)), pieces);
        Assert.Contains($"{said.Plate} × 2", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_pieces_that_is_not_there_is_not_taken()
    {
        var (said, customer) = await AtAsync("items", "en");
        await customer.AskAsync("the plates", Cancel);

        var unclear = await customer.AskAsync("forty", Cancel);
        var tooMany = await customer.AskAsync("4", Cancel);
        var cause = await customer.AskAsync("all", Cancel);

        Assert.Equal(Replies.Say("Return.QuantityUnclear", "en", ("most", 3)), unclear);
        Assert.Contains("3", tooMany, StringComparison.Ordinal);
        Assert.Equal(said.Label("Return.AskCause"), cause);
    }

    [Fact]
    public async Task Somebody_else_s_order_in_the_middle_is_not_opened()
    {
        var (said, customer) = await AtAsync("sure", "en");
        var (stranger, _) = await shop.OpenAsync("en");

        await customer.AskAsync($"sorry, I mean the order {stranger.Fresh}", Cancel);
        var answer = await customer.AskAsync(said.Email, Cancel);

        Assert.Equal(said.Label("Order.NotFound"), answer);
        Assert.Empty((await shop.OrderAsync(stranger, stranger.Fresh)).Requests);
    }

    [Fact]
    public async Task What_was_said_before_the_order_was_found_is_not_asked_again()
    {
        var (said, customer) = await shop.OpenAsync("en");
        await customer.AskAsync("I want to return something, it arrived damaged", Cancel);
        await customer.AskAsync($"It is the mug from {said.Fresh}, I want my money back", Cancel);

        var summary = await customer.AskAsync(said.Email, Cancel);

        Assert.EndsWith(said.Label("Return.Sure"), summary, StringComparison.Ordinal);
        Assert.Contains(said.Label("Return.Cause.Damaged"), summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_before_the_yes_goes_to_the_shop_as_a_link_for_the_team()
    {
        var (said, customer) = await shop.OpenAsync("en");
        await customer.AskAsync(said.Fill(said.OneLine), Cancel);

        using var taken = await SendPhotoAsync(customer);
        var summary = string.Join('\n', (await customer.NextTurnAsync(Cancel)).Select(line => line.Text));
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        await shop.DoneAsync(customer);

        Assert.StartsWith(said.Label("Return.PhotoTaken"), summary, StringComparison.Ordinal);
        Assert.EndsWith(Replies.SayAnew("Return.Sure", "en", 1), summary, StringComparison.Ordinal);
        await using var db = shop.App.Services.GetRequiredService<HandoffDatabase>().Open();
        var file = await db.Set<Warmline.Handoff.Files.FileRecord>().SingleAsync(one => one.ConversationId == customer.ConversationId, Cancel);
        var journal = await File.ReadAllLinesAsync(shop.App.Services.GetRequiredService<ShopFolder>().JournalFile, Cancel);
        Assert.Contains($"/desk/files/{file.Id}", journal.Single(line => line.Contains(said.Fresh, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    // A customer who was just asked for that.
    private async Task<(ReturnSpoken Said, Customer Customer)> AtAsync(string prompt, string language)
    {
        var (said, customer) = await shop.OpenAsync(language);
        string[] way = prompt switch
        {
            "start" => [said.Fill(said.May)],
            "items" => [said.Wish, said.Fresh, said.Email],
            "cause" => [said.Wish, said.Fresh, said.Email, said.Mug],
            "condition" => [said.Wish, said.Fresh, said.Email, said.Candle, said.Label("Return.NoReason")],
            _ => [said.Wish, said.Fresh, said.Email, said.Mug, said.Label("Return.NoReason")],
        };
        foreach (var line in way)
        {
            await customer.AskAsync(line, Cancel);
        }

        return (said, customer);
    }

    private static string Good(string prompt, ReturnSpoken said) => prompt switch
    {
        "start" => said.Label("Quick.Yes"),
        "items" => said.Mug,
        "cause" => said.Cause,
        "condition" => said.Label("Return.Condition.Sealed"),
        _ => said.Label("Quick.No"),
    };

    private static string Next(string prompt, ReturnSpoken said) => prompt switch
    {
        "items" or "start" => said.Label("Return.AskCause"),
        "cause" or "condition" => said.Label("Return.Sure"),
        _ => said.Label("Return.AskChange"),
    };

    private static Task<HttpResponseMessage> SendPhotoAsync(Customer customer)
    {
        using var picture = new SKBitmap(30, 20);
        picture.Erase(SKColors.Teal);
        using var encoded = picture.Encode(SKEncodedImageFormat.Png, 100);
        var form = new MultipartFormDataContent("form");
        var activity = JsonSerializer.Serialize(new { type = "message", channelData = new { clientActivityID = Guid.NewGuid().ToString("N") }, attachments = new[] { new { contentType = "image/png", name = "crack.png" } } });
        form.Add(new StringContent(activity, System.Text.Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob");
        var file = new ByteArrayContent(encoded.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "file", "crack.png");
        return customer.SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{customer.ConversationId}/upload", form, Cancel);
    }
}
