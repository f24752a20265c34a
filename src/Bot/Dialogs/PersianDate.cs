using System.Globalization;

namespace Warmline.Bot.Dialogs;

/// <summary>A day in the Jalali calendar, in Persian words and digits.</summary>
internal static class PersianDate
{
    private static readonly PersianCalendar Calendar = new();

    private static readonly string[] Months =
        ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

    public static string Of(DateOnly date)
    {
        var day = date.ToDateTime(TimeOnly.MinValue);
        var (number, month, year) = (Calendar.GetDayOfMonth(day), Calendar.GetMonth(day), Calendar.GetYear(day));
        return PeopleFormat.Digits(string.Create(CultureInfo.InvariantCulture, $"{number} {Months[month - 1]} {year}"), "fa");
    }
}
