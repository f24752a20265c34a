using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff.Promises;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

/// <summary>A small shop with one place in each slot, where the clock goes on.</summary>
public sealed class CallPromiseStories
{
    private const string Line = "Please call me back tomorrow at 4 pm at +44 20 7946 0018 about the cracked mug";
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task Who_says_yes_after_the_last_place_was_taken_is_told_and_gets_the_nearest_ones()
    {
        var time = NewTime();
        await using var app = Open(time);
        var (first, second) = (await app.OpenChatAsync(), await app.OpenChatAsync());
        await first.AskAsync(Line, Cancel);
        await second.AskAsync(Line, Cancel);
        await first.AskAsync("yes", Cancel);

        var told = await second.AskAsync("yes", Cancel);
        var buttons = second.Transcript[^1].Buttons;
        var third = await app.OpenChatAsync();
        var full = await third.AskAsync(Line, Cancel);

        Assert.StartsWith(WarmlineApplication.Label("Callback.JustTaken", "en"), told, StringComparison.Ordinal);
        Assert.Equal(["Tuesday 24 November, 15:00", "Tuesday 24 November, 15:30", "Tuesday 24 November, 16:30"], buttons);
        Assert.StartsWith(WarmlineApplication.Label("Callback.Fault.Full", "en"), full, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_say_yes_at_once_one_gets_the_place_and_everyone_an_answer()
    {
        var time = NewTime();
        await using var app = Open(time);
        var customers = new List<Customer>();
        for (var n = 0; n < 6; n++)
        {
            customers.Add(await app.OpenChatAsync());
            await customers[^1].AskAsync(Line, Cancel);
        }

        var answers = await Task.WhenAll(customers.Select(customer => customer.AskAsync("yes", Cancel)));

        Assert.Single(answers, answer => answer.Contains("CB-", StringComparison.Ordinal));
        Assert.Equal(5, answers.Count(answer => answer.StartsWith(WarmlineApplication.Label("Callback.JustTaken", "en"), StringComparison.Ordinal)));
        Assert.Single(await app.StoredAsync<CallbackRequest>());
    }

    [Theory]
    [InlineData("en", "tomorrow at 10")]
    [InlineData("pl", "jutro o 10")]
    [InlineData("ru", "завтра в 10")]
    [InlineData("fa", "فردا ساعت ۱۰")]
    public async Task A_missed_call_is_admitted_in_the_chat_and_a_new_time_is_taken_there(string language, string newTime)
    {
        var time = NewTime();
        await using var app = Open(time);
        var customer = await PromisedAsync(app, language);
        time.Advance(TimeSpan.FromHours(3));

        await app.Services.GetRequiredService<CallWatch>().RunOnceAsync(Cancel);
        var told = await customer.NextReplyAsync(Cancel);
        await customer.AskAsync(newTime, Cancel);
        await customer.AskAsync(WarmlineApplication.Label("Quick.Yes", language), Cancel);

        var call = Assert.Single(await app.StoredAsync<CallbackRequest>());
        Assert.Equal("system", told.Author);
        Assert.Equal((CallbackState.Scheduled, new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc)), (call.State, call.At));
        Assert.NotNull(call.BrokenAt);
    }

    [Fact]
    public async Task Nobody_answered_is_told_with_the_next_time_and_the_customer_may_choose_another()
    {
        var time = NewTime();
        await using var app = Open(time);
        var customer = await PromisedAsync(app, "en");
        var (desk, reference) = (app.Services.GetRequiredService<CallDesk>(), (await app.StoredAsync<CallbackRequest>())[0].Reference);
        await desk.ClaimAsync(CallShop.Ola, reference, Cancel);
        var meanwhile = await customer.AskAsync("when will you call me?", Cancel);
        await desk.EndAsync(CallShop.Ola, reference, CallResult.NoAnswer, null, Cancel);
        var told = await customer.NextReplyAsync(Cancel);
        await customer.AskAsync("tomorrow at 3 pm", Cancel);
        await customer.AskAsync("yes", Cancel);

        Assert.Contains("calling", meanwhile, StringComparison.Ordinal);
        Assert.Contains("nobody answered", told.Text, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 11, 24, 14, 0, 0, DateTimeKind.Utc), (await app.StoredAsync<CallbackRequest>())[0].At);
    }

    [Fact]
    public async Task A_file_at_a_prompt_is_kept_and_the_question_stays_open()
    {
        var time = NewTime();
        await using var app = Open(time);
        var customer = await app.OpenChatAsync();
        await customer.AskAsync("Please call me back", Cancel);
        await customer.PostAsync(new { type = "message", attachments = new[] { new { contentType = "image/png", contentUrl = "data:image/png;base64,iVBORw0KGgo=", name = "crack.png" } } }, Cancel);
        await customer.NextTurnAsync(Cancel);

        var next = await customer.AskAsync("+44 20 7946 0018", Cancel);

        Assert.Contains(WarmlineApplication.Label("Callback.AskWhen", "en"), next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaking_of_a_day_or_an_order_moves_no_promised_call()
    {
        var time = NewTime();
        await using var app = Open(time);
        var customer = await PromisedAsync(app, "en");
        var before = Assert.Single(await app.StoredAsync<CallbackRequest>());

        await customer.AskAsync("My parcel should have come last Monday, the courier did not ring", Cancel);
        await customer.AskAsync("please cancel my phone order", Cancel);

        var after = Assert.Single(await app.StoredAsync<CallbackRequest>());
        Assert.Equal((before.At, before.State), (after.At, after.State));
    }

    private static ShiftedTime NewTime() => new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    private static WarmlineApplication Open(TimeProvider time) => WarmlineApplication.OpenWith(
        services => services.AddSingleton(time), ("Warmline:Callbacks:CallsPerSlot", "1"), ("Warmline:DirectLine:TokenLifetime", "1.00:00:00"));

    // Any time: half past ten, the next slot.
    private static async Task<Customer> PromisedAsync(WarmlineApplication app, string language)
    {
        var (said, customer) = (Spoken.In(language), await app.OpenChatAsync(language));
        await customer.AskAsync(said.CallMe, Cancel);
        await customer.AskAsync(said.Phone, Cancel);
        await customer.AskAsync(said.Label("Quick.AnyTime"), Cancel);
        await customer.AskAsync(said.Topic, Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        return customer;
    }
}
