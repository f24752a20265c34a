using Microsoft.Extensions.Options;
using PhoneNumbers;

namespace Warmline.Bot.Understanding;

/// <summary>Finds phone numbers: in the shop's region first, then in the country of the customer's language.</summary>
internal sealed class PhoneReader(IOptions<PhoneOptions> options)
{
    private const int FewestDigits = 7;
    private const int MostDigits = 15;
    private const int WidestGap = 2;
    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    /// <summary>What looks like a phone number among the free tokens; without a phone when it cannot be one.</summary>
    public List<PhoneFound> Read(LineTokens line)
    {
        var found = new List<PhoneFound>();
        for (var at = 0; line.HasDigits && at < line.All.Count; at++)
        {
            if (line.All[at].IsNumeral)
            {
                var (end, digits) = RunFrom(line, at);
                if (digits is >= FewestDigits and <= MostDigits && IsWhole(line, at, end) && !IsDecimal(line, at, end))
                {
                    found.Add(ReadOne(line, at, end));
                }

                at = end - 1;
            }
        }

        return found;
    }

    private PhoneFound ReadOne(LineTokens line, int first, int end)
    {
        var start = line.All[first].Start;
        start -= start > 0 && line.Digits[start - 1] == '(' ? 1 : 0;
        start -= start > 0 && line.Digits[start - 1] == '+' ? 1 : 0;
        var last = line.All[end - 1].End;
        var written = line.Line.Text[start..last];
        var phone = Regions(line.Language).Select(region => Parse(line.Digits[start..last], region)).FirstOrDefault(number => number is not null) is { } number
            ? new Phone(Phones.Format(number, PhoneNumberFormat.E164), Phones.Format(number, PhoneNumberFormat.INTERNATIONAL), written)
            : null;
        return new PhoneFound(first, end, written, phone);
    }

    // Groups of digits as people type them; a sign or two may stand between.
    private static (int End, int Digits) RunFrom(LineTokens line, int first)
    {
        var (end, digits) = (first + 1, line.All[first].Digits);
        for (var at = first + 1; at < line.All.Count && at < end + 1 + WidestGap; at++)
        {
            var token = line.All[at];
            if (line.Taken[at] || token.Start - line.All[end - 1].End > WidestGap)
            {
                break;
            }

            if (token.IsNumeral)
            {
                (end, digits) = (at + 1, digits + token.Digits);
            }
            else if (line.Written(at) is not ("-" or "." or "(" or ")" or "/" or "–"))
            {
                break;
            }
        }

        return line.Taken[first] ? (first + 1, 0) : (end, digits);
    }

    // 12345.50 is a price.
    private static bool IsDecimal(LineTokens line, int first, int end) =>
        end == first + 3 && line.IsSign(first + 1, Signs.Point) && line.All[first + 2].Digits <= 2;

    private static bool IsWhole(LineTokens line, int first, int end)
    {
        var (start, last) = (line.All[first].Start, line.All[end - 1].End);
        var before = start == 0 ? ' ' : line.Digits[start - 1];
        var after = last == line.Digits.Length ? ' ' : line.Digits[last];
        return !(char.IsLetterOrDigit(before) || before is '#' or '-' or '.' or ',' or '_') && !(char.IsLetterOrDigit(after) || after is '-' or '_');
    }

    private IEnumerable<string> Regions(string language)
    {
        yield return options.Value.DefaultRegion;
        if (language is "pl" or "ru")
        {
            yield return language.ToUpperInvariant();
        }

        if (language == "fa")
        {
            yield return "IR";
        }
    }

    private static PhoneNumber? Parse(string written, string region)
    {
        try
        {
            var number = Phones.Parse(written, region);
            return Phones.IsValidNumber(number) ? number : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}

/// <summary>Tokens that look like a phone number, and the phone when there can be such a one.</summary>
internal sealed record PhoneFound(int First, int End, string AsWritten, Phone? Phone);
