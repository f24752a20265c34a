using System.Text;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Files;

namespace Warmline.Handoff.Tests.Promises;

public sealed class CalendarFileTests
{
    private const int LongestLine = 75;

    [Fact]
    public async Task A_promised_call_comes_with_a_file_for_the_customer_s_calendar()
    {
        await using var house = await Calls.HouseAsync();
        var call = await house.PromisedAsync(language: "fa");

        var (line, text) = await FileAsync(house);
        var calendar = Calendar.Load(text)!;
        var planned = Assert.Single(calendar.Events);

        Assert.Contains("kept-file:", line.Activity!, StringComparison.Ordinal);
        Assert.Equal(("PUBLISH", "CONFIRMED", 0), (calendar.Method, planned.Status, planned.Sequence));
        Assert.Equal(($"{call.Reference}@warmline", Calls.Noon.UtcDateTime, Calls.Noon.UtcDateTime.AddMinutes(30)), (planned.Uid, planned.Start!.AsUtc, planned.End!.AsUtc));
        Assert.NotNull(planned.DtStamp);
        Assert.Equal("تماس از فروشگاه", planned.Summary);
        Assert.Contains(call.Topic, planned.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_keeps_the_form_of_the_standard()
    {
        await using var house = await Calls.HouseAsync();
        await house.PromisedAsync();

        var (_, text) = await FileAsync(house);

        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), written => Assert.True(Encoding.UTF8.GetByteCount(written) <= LongestLine, written));
        Assert.Contains("the mug\\; it\\, cracked", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("DTSTART:20261123T110000Z", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moved_call_raises_the_sequence_and_a_cancelled_one_takes_it_out_of_the_calendar()
    {
        await using var house = await Calls.HouseAsync();
        var call = await house.PromisedAsync();
        await house.CustomerSaysAsync("c1", "later");
        await house.BotTurnAsync("c1", new Move.MoveCallback(call.Reference, Calls.Noon.AddHours(1)));
        var moved = Calendar.Load((await FileAsync(house)).Text)!;
        await house.CustomerSaysAsync("c1", "cancel");
        await house.BotTurnAsync("c1", new Move.CancelCallback(call.Reference));
        var off = Calendar.Load((await FileAsync(house)).Text)!;

        Assert.Equal(("PUBLISH", 1), (moved.Method, moved.Events[0]!.Sequence));
        Assert.Equal(("CANCEL", "CANCELLED", 2), (off.Method, off.Events[0]!.Status, off.Events[0]!.Sequence));
        Assert.Equal(moved.Events[0]!.Uid, off.Events[0]!.Uid);
    }

    private static async Task<(Line Line, string Text)> FileAsync(HandoffHouse house)
    {
        var line = (await house.LinesAsync("c1"))[^1];
        await using var db = house.Database.Open();
        var file = await db.Set<FileRecord>().SingleAsync(f => f.ConversationId == "c1" && f.Seq == line.Seq, HandoffHouse.Cancel);
        Assert.Equal("text/calendar", file.MediaType);
        Assert.EndsWith(".ics", file.Name, StringComparison.Ordinal);
        return (line, Encoding.UTF8.GetString(file.Content));
    }
}
