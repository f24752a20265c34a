using System.Net;
using Warmline.Bot.Dialogs;
using Warmline.Handoff.Promises;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

public sealed class CallbackStories(CallShop shop) : IClassFixture<CallShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    public static TheoryData<string, string, string> Everything() => new()
    {
        { "en", "Please call me back tomorrow at 4 pm at +44 20 7946 0018 about the cracked mug", "Tuesday, 24 November 2026, 16:00" },
        { "pl", "Proszę oddzwonić jutro o 16 na numer +48 601 234 567 w sprawie pękniętego kubka", "wtorek, 24 listopada 2026, 16:00" },
        { "ru", "Перезвоните мне завтра в 16:00 по номеру +7 912 345-67-89 по поводу разбитой кружки", "вторник, 24 ноября 2026 года, 16:00" },
        { "fa", "لطفاً فردا ساعت ۱۶ با شماره +98 912 345 6789 با من تماس بگیرید درباره لیوان شکسته", "سه‌شنبه ۳ آذر ۱۴۰۵ (۲۴ نوامبر ۲۰۲۶)، ساعت ۱۶:۰۰" },
    };

    [Theory, MemberData(nameof(Everything))]
    public async Task Everything_in_one_line_is_summed_up_at_once_and_promised_with_a_calendar_file(string language, string line, string when)
    {
        var customer = await shop.App.OpenChatAsync(language);

        var summary = await customer.AskAsync(line, Cancel);
        await customer.PressAsync(WarmlineApplication.Label("Quick.Yes", language), Cancel);
        var stored = await customer.NextReplyAsync(Cancel);

        Assert.Contains(when, summary, StringComparison.Ordinal);
        var call = await shop.CallAsync(customer.ConversationId);
        Assert.Equal(new DateTime(2026, 11, 24, 15, 0, 0, DateTimeKind.Utc), call.At);
        Assert.Contains(call.Reference, stored.Text, StringComparison.Ordinal);
        Assert.Contains(when, stored.Text, StringComparison.Ordinal);
        Assert.Equal(language, call.Language);
        Assert.Contains((await shop.App.Agent.LinesAsync(customer.ConversationId)), l => l.Activity?.Contains("text/calendar", StringComparison.Ordinal) == true);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_stretch_of_time_is_answered_with_free_slots_as_buttons_and_one_is_pressed(string language)
    {
        var (said, customer) = await AskedWhenAsync(language);

        await customer.AskAsync(said.When, Cancel);
        var buttons = customer.Transcript[^1].Buttons;
        await customer.PressAsync(buttons[1], Cancel);
        await customer.NextTurnAsync(Cancel);
        var summary = await customer.AskAsync(said.Topic, Cancel);
        await customer.AskAsync(said.Label("Callback.YesRemind"), Cancel);

        Assert.Equal(3, buttons.Count);
        var call = await shop.CallAsync(customer.ConversationId);
        Assert.Equal((new DateTime(2026, 11, 24, 14, 30, 0, DateTimeKind.Utc), true, said.Topic), (call.At, call.WantsReminder, call.Topic));
        Assert.Contains(CallTime.Write(new DateTimeOffset(2026, 11, 24, 15, 30, 0, TimeSpan.FromHours(1)), language), summary, StringComparison.Ordinal);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task Any_time_is_the_next_free_slot(string language)
    {
        var (said, customer) = await AskedWhenAsync(language);

        await customer.PressAsync(said.Label("Quick.AnyTime"), Cancel);
        await customer.NextTurnAsync(Cancel);
        await customer.AskAsync(said.Topic, Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);

        Assert.Equal(CallbackState.Scheduled, (await shop.CallAsync(customer.ConversationId)).State);
    }

    [Theory]
    [InlineData("en", "today at 9 am", "Past")]
    [InlineData("en", "31 February", "NoSuchTime")]
    [InlineData("en", "Saturday", "Closed")]
    [InlineData("en", "tomorrow at 10 pm", "Closed")]
    [InlineData("en", "Wednesday at 11", "Holiday")]
    [InlineData("en", "10 March 2027 at noon", "TooFar")]
    [InlineData("pl", "31 lutego", "NoSuchTime")]
    [InlineData("pl", "w sobotę", "Closed")]
    [InlineData("pl", "w środę o 11", "Holiday")]
    [InlineData("ru", "31 февраля", "NoSuchTime")]
    [InlineData("ru", "в субботу", "Closed")]
    [InlineData("ru", "в среду в 11", "Holiday")]
    [InlineData("fa", "۳۱ فوریه", "NoSuchTime")]
    [InlineData("fa", "شنبه", "Closed")]
    [InlineData("fa", "چهارشنبه ساعت ۱۱", "Holiday")]
    public async Task A_time_that_cannot_be_is_said_kindly_with_real_ones_to_choose(string language, string time, string fault)
    {
        var (said, customer) = await AskedWhenAsync(language);

        var answer = await customer.AskAsync(time, Cancel);

        var key = fault == "NoSuchTime" ? "Callback.NoSuchTime" : $"Callback.Fault.{fault}";
        Assert.StartsWith(Replies.All(language)[key].Split('{')[0], answer, StringComparison.Ordinal);
        Assert.Equal(3, customer.Transcript[^1].Buttons.Count);
        await customer.PressAsync(customer.Transcript[^1].Buttons[0], Cancel);
        Assert.Contains(said.Label("Callback.AskTopic"), (await customer.NextReplyAsync(Cancel)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "no, Friday at 10", "27")]
    [InlineData("pl", "nie, w piątek o 10", "27")]
    [InlineData("ru", "нет, в пятницу в 10", "27")]
    [InlineData("fa", "نه، جمعه ساعت ۱۰", "۲۷")]
    public async Task A_correction_in_the_summary_gets_a_new_summary(string language, string correction, string day)
    {
        var customer = await SummedUpAsync(language);

        var again = await customer.AskAsync(correction, Cancel);
        await customer.AskAsync(WarmlineApplication.Label("Quick.Yes", language), Cancel);

        Assert.Contains(day, again, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 11, 27, 9, 0, 0, DateTimeKind.Utc), (await shop.CallAsync(customer.ConversationId)).At);
    }

    [Theory]
    [InlineData("en", "when will you call me?", "move my call to Friday at 10", "cancel the call", "what time is the call?")]
    [InlineData("pl", "kiedy zadzwonicie?", "przełóż rozmowę na piątek o 10", "odwołaj rozmowę telefoniczną", "o której zadzwonicie?")]
    [InlineData("ru", "когда вы мне позвоните?", "перенесите звонок на пятницу в 10", "отмените звонок", "во сколько будет звонок?")]
    [InlineData("fa", "کی با من تماس می‌گیرید؟", "تماس را به جمعه ساعت ۱۰ منتقل کنید", "تماس را لغو کنید", "چه ساعتی زنگ می‌زنید؟")]
    public async Task A_promised_call_is_asked_about_moved_and_cancelled_in_the_chat(string language, string asks, string moves, string cancels, string asksAgain)
    {
        var customer = await PromisedAsync(language);
        var reference = (await shop.CallAsync(customer.ConversationId)).Reference;

        var planned = await customer.AskAsync(asks, Cancel);
        await customer.AskAsync(moves, Cancel);
        await customer.AskAsync(WarmlineApplication.Label("Quick.Yes", language), Cancel);
        var moved = await shop.CallAsync(customer.ConversationId);
        await customer.AskAsync(cancels, Cancel);
        var over = await customer.AskAsync(asksAgain, Cancel);

        Assert.Contains(reference, planned, StringComparison.Ordinal);
        Assert.Equal((new DateTime(2026, 11, 27, 9, 0, 0, DateTimeKind.Utc), CallbackState.Scheduled), (moved.At, moved.State));
        Assert.Equal(CallbackState.Cancelled, (await shop.CallAsync(customer.ConversationId)).State);
        Assert.Equal(WarmlineApplication.Label("Callback.NonePlanned", language), over);
    }

    [Fact]
    public async Task What_was_said_before_is_not_asked_and_a_question_in_the_middle_is_answered_before_going_on()
    {
        var said = Spoken.In("en");
        var customer = await shop.App.OpenChatAsync();
        await customer.AskAsync(said.OneLine, Cancel);
        await customer.AskAsync(said.CallMe, Cancel);

        var aside = await customer.AskAsync(said.Returns, Cancel);
        await customer.AskAsync("at 10 on Friday", Cancel);
        var summary = await customer.AskAsync(said.Phone, Cancel);

        Assert.Contains("30", aside, StringComparison.Ordinal);
        Assert.Contains(said.Label("Callback.AskPhone"), customer.Written(), StringComparison.Ordinal);
        Assert.Contains($"order {said.Order}", summary, StringComparison.Ordinal);
        Assert.Contains("Friday, 27 November 2026, 10:00", summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("blorp fizz")]
    [InlineData("🙃🙃🙃")]
    [InlineData("12345")]
    public async Task Nonsense_for_a_number_is_asked_again_and_a_good_number_of_another_country_taken(string nonsense)
    {
        var said = Spoken.In("en");
        var customer = await shop.App.OpenChatAsync();
        await customer.AskAsync(said.CallMe, Cancel);

        var unclear = await customer.AskAsync(nonsense, Cancel);
        var next = await customer.AskAsync("+81 3-1234-5678", Cancel);

        Assert.Equal(Replies.Say("Callback.PhoneInvalid", "en", ("example", "+48 600 700 800")), unclear);
        Assert.Contains(said.Label("Callback.AskWhen"), next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("blorp fizz")]
    [InlineData("🙃🙃🙃")]
    public async Task Nonsense_for_a_time_is_asked_again_then_a_person_is_offered(string nonsense)
    {
        var (said, customer) = await AskedWhenAsync("en");

        Assert.Equal(said.Label("Callback.WhenUnclear"), await customer.AskAsync(nonsense, Cancel));
        await customer.AskAsync(nonsense, Cancel);

        Assert.Equal([said.Label("Quick.Yes"), said.Label("Quick.No")], customer.Transcript[^1].Buttons);
    }

    [Theory, InlineData("en", "the time", "When"), InlineData("pl", "porę", "When"), InlineData("pl", "tematu", "Topic"), InlineData("ru", "тему", "Topic"), InlineData("ru", "с номером ошибка", "Phone"), InlineData("fa", "زمانش", "When")]
    public async Task What_is_wrong_with_the_summary_may_be_named_in_any_form(string language, string named, string asked)
    {
        var said = Spoken.In(language);
        var customer = await SummedUpAsync(language);
        await customer.AskAsync(said.Label("Quick.No"), Cancel);

        var question = await customer.AskAsync(named, Cancel);

        Assert.Contains(question, Replies.All(language).Where(one => one.Key.StartsWith($"Callback.Ask{asked}.", StringComparison.Ordinal)).Select(one => one.Value));
    }

    [Fact]
    public async Task A_novel_for_a_topic_is_kept_in_short_and_smiles_alone_are_no_topic()
    {
        var (said, customer) = await AskedWhenAsync("en");
        await customer.PressAsync(said.Label("Quick.AnyTime"), Cancel);
        await customer.NextTurnAsync(Cancel);

        var unclear = await customer.AskAsync("🙂", Cancel);
        await customer.AskAsync("It began like this: " + new string('x', 9000), Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);

        Assert.Equal(said.Label("Callback.TopicUnclear"), unclear);
        Assert.Equal(1000, (await shop.CallAsync(customer.ConversationId)).Topic.Length);
    }

    [Fact]
    public async Task Back_goes_one_step_start_over_to_the_beginning_cancel_out_and_a_person_is_a_word_away()
    {
        var (said, customer) = await AskedWhenAsync("en");
        await customer.PressAsync(said.Label("Quick.AnyTime"), Cancel);
        await customer.NextTurnAsync(Cancel);

        var back = await customer.AskAsync("back", Cancel);
        var anew = await customer.AskAsync("start over", Cancel);
        var stopped = await customer.AskAsync("never mind", Cancel);
        await customer.AskAsync(said.CallMe, Cancel);
        await customer.AskAsync(said.Person, Cancel);

        Assert.Contains("What day and time", back, StringComparison.Ordinal);
        Assert.Contains("phone number", anew, StringComparison.Ordinal);
        Assert.Equal(said.Label("Control.Cancelled"), stopped);
        Assert.Equal("system", customer.Transcript[^1].Author);
        Assert.DoesNotContain(await shop.App.StoredAsync<CallbackRequest>(), call => call.ConversationId == customer.ConversationId);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_wrong_number_is_asked_for_in_the_chat_and_the_right_one_gets_a_new_time(string language)
    {
        var said = Spoken.In(language);
        var customer = await PromisedAsync(language);
        var call = await shop.CallAsync(customer.ConversationId);
        await shop.Desk.ClaimAsync(CallShop.Ola, call.Reference, Cancel);
        await shop.Desk.EndAsync(CallShop.Ola, call.Reference, CallResult.WrongNumber, null, Cancel);
        var told = await customer.NextReplyAsync(Cancel);

        await customer.AskAsync(said.OtherPhone, Cancel);
        await customer.AskAsync(said.Label("Quick.AnyTime"), Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);

        var again = await shop.CallAsync(customer.ConversationId);
        Assert.Equal("system", told.Author);
        Assert.Equal((CallbackState.Scheduled, Digits(said.OtherPhone)), (again.State, Digits(again.Phone)));
    }

    [Fact]
    public async Task The_calendar_file_opens_by_its_signed_link_and_not_without()
    {
        var customer = await PromisedAsync("en");
        using var read = await customer.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{customer.ConversationId}/activities", null, Cancel);
        var link = System.Text.RegularExpressions.Regex.Match(await read.Content.ReadAsStringAsync(Cancel), "\"contentUrl\":\"([^\"]+)\"").Groups[1].Value
            .Replace("\\u0026", "&", StringComparison.Ordinal);

        using var file = await shop.App.Http.GetAsync(link, Cancel);
        using var without = await shop.App.Http.GetAsync(link.Split('?')[0], Cancel);

        Assert.Equal(("text/calendar", HttpStatusCode.OK), (file.Content.Headers.ContentType?.MediaType, file.StatusCode));
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", await file.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, without.StatusCode);
    }

    [Fact]
    public async Task Four_o_clock_is_four_where_the_customer_is()
    {
        var customer = await shop.App.OpenChatAsync();

        await customer.PostAsync(new { type = "message", localTimezone = "Europe/London", text = "Please call me back tomorrow at 3 pm at +44 20 7946 0018 about the mug" }, Cancel);
        var summary = string.Join('\n', (await customer.NextTurnAsync(Cancel)).Select(line => line.Text));
        await customer.PostAsync(new { type = "message", localTimezone = "Europe/London", text = "yes" }, Cancel);
        await customer.NextTurnAsync(Cancel);

        Assert.Contains("15:00 (Europe/London)", summary, StringComparison.Ordinal);
        var call = await shop.CallAsync(customer.ConversationId);
        Assert.Equal((new DateTime(2026, 11, 24, 15, 0, 0, DateTimeKind.Utc), "Europe/London"), (call.At, call.Zone));
    }

    private static string Digits(string phone) => string.Concat(phone.Where(char.IsAsciiDigit));

    private async Task<(Spoken Said, Customer Customer)> AskedWhenAsync(string language)
    {
        var (said, customer) = (Spoken.In(language), await shop.App.OpenChatAsync(language));
        await customer.AskAsync(said.CallMe, Cancel);
        await customer.AskAsync(said.Phone, Cancel);
        return (said, customer);
    }

    private async Task<Customer> SummedUpAsync(string language)
    {
        var (said, customer) = await AskedWhenAsync(language);
        await customer.AskAsync(said.Label("Quick.AnyTime"), Cancel);
        await customer.AskAsync(said.Topic, Cancel);
        return customer;
    }

    private async Task<Customer> PromisedAsync(string language)
    {
        var customer = await SummedUpAsync(language);
        await customer.AskAsync(WarmlineApplication.Label("Quick.Yes", language), Cancel);
        return customer;
    }
}
