using System.Globalization;

namespace Warmline.Bot.Dialogs;

/// <summary>
/// The one place that writes dates, times, numbers and money for people. Computed from tables of our own: the result must not depend
/// on the machine's locale data, and under fa-IR .NET would silently switch the calendar.
/// </summary>
internal static class PeopleFormat
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>Any value as it stands inside a sentence: formatted, cleaned, and kept from turning its surroundings' direction.</summary>
    public static string Insert(object value, string language) => value switch
    {
        int number => Number(number, language),
        long number => Number(number, language),
        DateOnly date => Bidi.Isolate(Date(date, language), language),
        DateTimeOffset moment => Bidi.Isolate(Moment(moment, language), language),
        Money money => Bidi.Isolate(Amount(money, language), language),
        // The space keeps the closing mark out of the link a client makes of it.
        Uri link => Bidi.NeedsIsolating(link.AbsoluteUri, language) ? Bidi.Isolate(link.AbsoluteUri + " ", language) : link.AbsoluteUri,
        IEnumerable<string> list => string.Join(language == "fa" ? "، " : ", ", list.Select(item => Bidi.Isolate(Bidi.Clean(item), language))),
        string text => Bidi.Isolate(Bidi.Clean(text), language),
        _ => throw new ArgumentException($"Replies cannot show a {value.GetType().Name}.", nameof(value)),
    };

    public static string Number(long number, string language) => Digits(Grouped(number, 0, language), language);

    /// <summary>"25 November 2026"; in Persian the Jalali date with the Gregorian one beside it.</summary>
    public static string Date(DateOnly date, string language)
    {
        if (language == "fa")
        {
            return $"{PersianDate.Of(date)} ({Gregorian(date, language)})";
        }
        return language == "ru" ? $"{Gregorian(date, language)} года" : Gregorian(date, language);
    }

    /// <summary>24 hours everywhere; the offset given is the one people live by.</summary>
    public static string Time(TimeOnly time, string language) => Digits(time.ToString("HH':'mm", CultureInfo.InvariantCulture), language);

    public static string Moment(DateTimeOffset moment, string language)
    {
        var date = Date(DateOnly.FromDateTime(moment.DateTime), language);
        var time = Time(TimeOnly.FromDateTime(moment.DateTime), language);
        return language == "fa" ? $"{date}، ساعت {time}" : $"{date}, {time}";
    }

    public static string Amount(Money money, string language)
    {
        var number = Digits(Grouped(money.Amount, money.Decimals, language), language);
        var sign = CurrencySigns.Of(money.Currency, language);
        return language == "en" && sign is ("$" or "€" or "£") ? sign + number : $"{number}{NoBreakSpace}{sign}";
    }

    internal static string Digits(string text, string language) =>
        language != "fa" ? text : string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('۰' + (c - '0')) : c));

    private static string Gregorian(DateOnly date, string language)
    {
        var month = Replies.Say("Format.Months", language).Split('|')[date.Month - 1];
        return Digits(string.Create(CultureInfo.InvariantCulture, $"{date.Day} {month} {date.Year}"), language);
    }

    private static string Grouped(decimal number, int decimals, string language)
    {
        var (group, point) = language switch
        {
            "pl" or "ru" => (NoBreakSpace.ToString(), ","),
            "fa" => ("\u066C", "\u066B"),
            _ => (",", "."),
        };
        // Polish and Russian leave four digits together.
        int[] sizes = language is "pl" or "ru" && Math.Abs(number) < 10_000 ? [0] : [3];
        var format = new NumberFormatInfo { NumberGroupSeparator = group, NumberDecimalSeparator = point, NumberGroupSizes = sizes };
        return number.ToString($"N{decimals}", format);
    }
}
