namespace Warmline.Bot.Shop;

/// <summary>Which day it is where the shop is; days of deadlines are counted there.</summary>
internal readonly record struct ShopDay(DateOnly Today, TimeZoneInfo Zone)
{
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone));
}

/// <summary>The shop's clock: <c>Warmline:Times:Zone</c>.</summary>
internal sealed class ShopClock(TimeProvider time, TimeZoneInfo zone)
{
    public TimeProvider Time => time;

    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    public ShopDay Day => new(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(UtcNow, zone)), zone);
}
