using Warmline.Handoff.Promises;

namespace Warmline.Handoff.Tests.Promises;

/// <summary>It is Monday, ten in the morning in Warsaw.</summary>
public sealed class OfferTests
{
    [Theory]
    [InlineData("2026-11-24T16:00", "2026-11-24T16:00", WishFault.None, true, "24 16:00")]
    [InlineData("2026-11-24T16:10", "2026-11-24T16:10", WishFault.None, true, "24 16:00")]
    [InlineData("2026-11-24T15:00", null, WishFault.None, false, "24 15:00, 24 15:30, 24 16:00")]
    [InlineData("2026-11-24T16:30", null, WishFault.None, true, "24 16:30")]
    [InlineData("2026-11-23T09:00", "2026-11-23T09:00", WishFault.Past, false, "23 10:30, 23 11:00, 23 11:30")]
    [InlineData("2026-11-23T10:10", "2026-11-23T10:10", WishFault.TooSoon, false, "23 10:30, 23 11:00, 23 11:30")]
    [InlineData("2026-11-24T20:00", "2026-11-24T20:00", WishFault.Closed, false, "24 15:30, 24 16:00, 24 16:30")]
    [InlineData("2026-11-28T00:00", "2026-11-29T00:00", WishFault.Closed, false, "27 15:30, 27 16:00, 27 16:30")]
    [InlineData("2026-11-25T12:00", "2026-11-25T12:00", WishFault.Holiday, false, "24 15:30, 24 16:00, 24 16:30")]
    [InlineData("2027-03-01T12:00", "2027-03-01T12:00", WishFault.TooFar, false, "07 15:30, 07 16:00, 07 16:30")]
    [InlineData("2026-11-26T12:00", "2026-11-26T12:00", WishFault.Full, false, "26 11:00, 26 11:30, 26 12:30")]
    public async Task A_wish_is_met_or_the_nearest_free_slots_and_the_reason_are_given(string from, string? to, WishFault fault, bool exact, string slots)
    {
        await using var house = await Calls.HouseAsync(o =>
        {
            o.CallsPerSlot = 1;
            o.Holidays.Add("11-25");
        });
        await house.PromisedAsync(at: Warsaw("2026-11-26T12:00"));

        var offer = await house.Book().OfferAsync(new CallWish(Warsaw(from), to is null ? null : Warsaw(to)), 3, HandoffHouse.Cancel);

        Assert.Equal((fault, exact), (offer.Fault, offer.IsExact));
        Assert.Equal(slots, string.Join(", ", offer.Slots.Select(at => at.ToString("dd HH:mm", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task Any_time_is_the_next_free_slot_after_the_lead_time()
    {
        await using var house = await Calls.HouseAsync();

        var offer = await house.Book().OfferAsync(null, 1, HandoffHouse.Cancel);

        Assert.Equal(Warsaw("2026-11-23T10:30"), Assert.Single(offer.Slots));
    }

    [Fact]
    public async Task Four_in_London_is_five_in_Warsaw()
    {
        await using var house = await Calls.HouseAsync();

        Assert.Equal(Warsaw("2026-11-24T17:00").UtcDateTime, house.Book().Reread(Warsaw("2026-11-24T16:00"), "Europe/London").UtcDateTime);
        Assert.Equal("Europe/London", house.Book().ForeignZone("Europe/London", Calls.Noon));
        Assert.Null(house.Book().ForeignZone("Europe/Berlin", Calls.Noon));
        Assert.Null(house.Book().ForeignZone("../../etc/passwd", Calls.Noon));
    }

    private static DateTimeOffset Warsaw(string local) =>
        new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(1));
}
