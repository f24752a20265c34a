using System.Text.RegularExpressions;

namespace Warmline.Knowledge.Language;

/// <summary>
/// Takes out of a customer's words what tells who they are: addresses, numbers of orders, telephones and cards, names they give as
/// their own, streets. A rule of thumb: a name without a sign before it stays.
/// </summary>
public static partial class PersonalData
{
    /// <summary>Stands for what was taken out, in every language.</summary>
    public const string Mark = "•••";

    private const int LongestRead = 10_000;

    /// <summary>The same words with marks; masking again changes nothing. Beyond 10,000 letters nothing is kept.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = text.Length > LongestRead ? text[..LongestRead] : text;
        try
        {
            masked = Addresses().Replace(masked, Mark);
            masked = Streets().Replace(masked, $"${{sign}} {Mark}");
            masked = Names().Replace(masked, $"${{sign}} {Mark}");
            masked = PersianNames().Replace(masked, $"${{sign}} {Mark}");
            return Numbers().Replace(References().Replace(masked, Mark), Mark);
        }
        catch (RegexMatchTimeoutException)
        {
            return Mark; // nobody knows what is in it
        }
    }

    // Mail, web pages, names in messengers.
    [GeneratedRegex(@"\S+@\S+|(?:https?://|www\.)\S+|(?<=^|\s)@\w{3,}", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Addresses();

    // LL-2442, RMA/2026/118, PL60102010260000042270201111
    [GeneratedRegex(@"\b\p{L}{1,5}[-/]?\d{3,}[\d/-]*\b|#\s?\w*\d+\w*", RegexOptions.IgnoreCase, 200)]
    private static partial Regex References();

    // A run of four digits, or six and more with signs between them: sizes, days and small sums stay.
    [GeneratedRegex(@"\+?\d{4,}(?:[\s().-]?\d+)*|\+?\(?\d(?:[\s().-]{0,2}\d){5,}|\b\d{2}-\d{3}\b", RegexOptions.None, 200)]
    private static partial Regex Numbers();

    // "my name is Anna Kowalska": as many words as begin with a capital letter, or one.
    [GeneratedRegex(@"(?<sign>(?i:\b(?:my name is|my name's|this is|nazywam się|nazywam sie|mam na imię|mam na imie|moje nazwisko to|меня зовут|моя фамилия|моё имя|мое имя)))\s+(?:\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,2}|(?<=(?i:name is|name's|nazywam się|nazywam sie|mam na imię|mam na imie|зовут|фамилия)\s+)[\p{L}'’-]+)", RegexOptions.None, 200)]
    private static partial Regex Names();

    // Persian has no capital letters: the words up to the verb.
    [GeneratedRegex(@"(?<sign>(?:اسم|نام|فامیلی|نام خانوادگی)(?:\s+من|م|\u200Cام)?)\s+(?:[\p{L}\u200C]+\s+){0,3}?[\p{L}\u200C]+(?=\s+(?:است|هست|هستش|ه)(?!\p{L}))", RegexOptions.None, 200)]
    private static partial Regex PersianNames();

    // A street and the number of a house.
    [GeneratedRegex(@"(?<sign>\b(?:ul\.|ulica|ulicy|os\.|ул\.|улица|улице|خیابان|کوچه|live at))\s+(?:[\p{L}\u200C.'’-]+\s+){0,4}?[\p{L}\u200C.'’-]*,?\s*(?:پلاک\s*)?\d+(?:[/\p{L}-]\d*)*", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Streets();
}
