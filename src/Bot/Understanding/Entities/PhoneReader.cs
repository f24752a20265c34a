using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using PhoneNumbers;

namespace Warmline.Bot.Understanding;

/// <summary>Finds phone numbers: in the shop's region first, then in the country of the customer's language.</summary>
internal sealed partial class PhoneReader(IOptions<PhoneOptions> options)
{
    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    /// <param name="text">The line with Latin digits and without e-mail addresses.</param>
    /// <param name="asWritten">The line as the customer typed it, position by position the same.</param>
    public (IReadOnlyList<Phone> Valid, IReadOnlyList<string> Unusable) Read(string text, string asWritten, string language)
    {
        var valid = new List<Phone>();
        var unusable = new List<string>();
        foreach (Match match in LooksLikePhone().Matches(text))
        {
            var written = asWritten.Substring(match.Index, match.Length).Trim();
            if (Parse(match.Value, language) is { } number)
            {
                valid.Add(new Phone(
                    Phones.Format(number, PhoneNumberFormat.E164), Phones.Format(number, PhoneNumberFormat.INTERNATIONAL), written));
            }
            else
            {
                unusable.Add(written);
            }
        }
        return (valid.DistinctBy(phone => phone.E164).ToList(), unusable);
    }

    private PhoneNumber? Parse(string written, string language) =>
        Regions(language).Select(region => Parse(written, region, Phones)).FirstOrDefault(number => number is not null);

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

    private static PhoneNumber? Parse(string written, string region, PhoneNumberUtil phones)
    {
        try
        {
            var number = phones.Parse(written, region);
            return phones.IsValidNumber(number) ? number : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    // Seven digits or more, in groups as people type them; dates and prices do not look like this.
    [GeneratedRegex(@"(?<![\w#\-.,])(?:\+|00)?\s?\(?\d(?:[ \-.()/]{0,2}\d){6,14}(?![\w-])", RegexOptions.CultureInvariant, 200)]
    private static partial Regex LooksLikePhone();
}
