using System.Globalization;
using System.Net.Mail;

namespace Warmline.Bot.Shop.Import;

/// <summary>Turns the text of fields into values; what can't be turned becomes a problem that names place and field.</summary>
internal sealed class FieldReader(RawFields raw, ImportProblems problems)
{
    private const int LongestEmail = 254;
    private const int MostOfOneItem = 100_000;
    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public string? Text(string field, int longest)
    {
        if (!raw.Values.TryGetValue(field, out var text) || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        text = text.Trim();
        if (text.Any(char.IsControl))
        {
            return Wrong<string>(field, $"{ImportProblems.Quote(text)} holds a line break or another control character");
        }

        return text.Length <= longest ? text : Wrong<string>(field, $"longer than {longest} characters");
    }

    /// <summary>Empty when missing or wrong; the problem is recorded.</summary>
    public string Required(string field, int longest)
    {
        var before = problems.Count;
        var text = Text(field, longest);
        if (text is null && problems.Count == before)
        {
            Wrong<string>(field, "missing");
        }

        return text ?? "";
    }

    public string Email(string field)
    {
        var text = Required(field, LongestEmail);
        var good = text.Length == 0 || (MailAddress.TryCreate(text, out var address) && address.Address == text
            && address.Host.Contains('.', StringComparison.Ordinal));
        return good ? text : Wrong<string>(field, $"{ImportProblems.Quote(text)} is not an e-mail address") ?? "";
    }

    public string Currency(string field)
    {
        var text = Required(field, 10).ToUpperInvariant();
        return text.Length == 0 || (text.Length == 3 && text.All(char.IsAsciiLetterUpper))
            ? text
            : Wrong<string>(field, $"{ImportProblems.Quote(text)} is not a currency code such as EUR") ?? "";
    }

    public long? Money(string field, string currency)
    {
        if (Text(field, 40) is not { } text)
        {
            return null;
        }

        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var amount))
        {
            return Wrong<long?>(field, $"{ImportProblems.Quote(text)} is not an amount such as 1249.90");
        }

        return amount < 0
            ? Wrong<long?>(field, $"{ImportProblems.Quote(text)} is negative")
            : Currencies.ToMinor(amount, currency)
                ?? Wrong<long?>(field, $"{ImportProblems.Quote(text)} is too large or has more decimals than {currency}");
    }

    public int Quantity(string field)
    {
        var text = Text(field, 20);
        if (text is null)
        {
            return 1;
        }

        var good = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostOfOneItem;
        return good ? number : Wrong<int>(field, $"{ImportProblems.Quote(text)} is not a whole number from 1 to {MostOfOneItem}");
    }

    public Uri? WebAddress(string field)
    {
        if (Text(field, 500) is not { } text)
        {
            return null;
        }

        var good = Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
        return good ? address : Wrong<Uri>(field, $"{ImportProblems.Quote(text)} is not an http or https address");
    }

    /// <summary>A day alone means noon UTC, so that it stays that day in every zone from −11 to +11.</summary>
    public DateTime? Instant(string field)
    {
        if (Text(field, 40) is not { } text)
        {
            return null;
        }

        if (TryDay(text, out var day))
        {
            return Sane(field, text, day) ? day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) : null;
        }

        // K also accepts a time without a zone; guessing one would tell customers the wrong day.
        var zoned = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > "yyyy-MM-dd".Length;
        if (!zoned || !DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return Wrong<DateTime?>(field, $"{ImportProblems.Quote(text)} is not a date such as 2026-03-01 or 2026-03-01T10:30:00Z");
        }

        return Sane(field, text, DateOnly.FromDateTime(instant.UtcDateTime)) ? instant.UtcDateTime : null;
    }

    public DateOnly? Day(string field)
    {
        if (Text(field, 40) is not { } text)
        {
            return null;
        }

        if (!TryDay(text, out var day))
        {
            return Wrong<DateOnly?>(field, $"{ImportProblems.Quote(text)} is not a day such as 2026-03-01");
        }

        return Sane(field, text, day) ? day : null;
    }

    public T? Wrong<T>(string field, string message)
    {
        problems.Add(raw.Place, raw.Path + field, message);
        return default;
    }

    private bool Sane(string field, string text, DateOnly day)
    {
        if (day.Year is >= 2000 and < 2100)
        {
            return true;
        }

        Wrong<string>(field, $"{ImportProblems.Quote(text)} is not between the years 2000 and 2099 (dates are Gregorian)");
        return false;
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
