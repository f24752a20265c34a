using System.Text.RegularExpressions;

namespace Warmline.Bot.Understanding;

/// <summary>Collects what is named in the lines. Beside a word for order, digits are an order number; otherwise a good phone number is a phone.</summary>
internal sealed partial class EntityReader(OrderNumberReader orders, PhoneReader phones)
{
    public Entities Read(IReadOnlyList<Line> lines, IReadOnlyList<RuleMatcher> matchers, string language)
    {
        var each = lines.Select(line => ReadOne(line, matchers, language)).ToList();
        return new Entities(
            [.. each.SelectMany(one => one.OrderNumbers).Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. each.SelectMany(one => one.Emails).Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. each.SelectMany(one => one.Phones).DistinctBy(phone => phone.E164)],
            [.. each.SelectMany(one => one.UnusablePhones)],
            [.. each.SelectMany(one => one.When)]);
    }

    private Entities ReadOne(Line line, IReadOnlyList<RuleMatcher> matchers, string language)
    {
        var digits = Letters.LatinDigits(line.Text);
        var emails = Email().Matches(digits);
        var text = Email().Replace(digits, match => new string(' ', match.Length));
        var (valid, unusable) = phones.Read(text, line.Text, language);
        var orderWords = Places(matchers, "order_words", line);
        // "My number is 601 234 567": a good phone number is one, unless the line speaks of an order.
        var taken = orderWords.Count > 0 || IsAllOf(line) ? [] : valid.Select(phone => Letters.LatinDigits(phone.AsWritten)).ToList();
        var numbers = orders.Read(text, line, [.. orderWords, .. Places(matchers, "number_words", line)]).Except(taken, StringComparer.Ordinal).ToList();
        return new Entities(
            numbers,
            [.. emails.Select(match => match.Value)],
            [.. valid.Where(phone => IsAllOf(line) || !numbers.Contains(Letters.LatinDigits(phone.AsWritten)))],
            [.. unusable.Where(phone => IsAllOf(line) || !numbers.Contains(Letters.LatinDigits(phone)))],
            WhenReader.Read(line, matchers));
    }

    // Digits alone may be an order or a phone: the dialog that asked knows.
    private static bool IsAllOf(Line line) => line.Words.All(word => word.Text.All(char.IsAsciiDigit));

    private static List<int> Places(IReadOnlyList<RuleMatcher> matchers, string section, Line line) =>
        matchers.SelectMany(matcher => matcher.Find(section, line)).Select(hit => hit.First).ToList();

    [GeneratedRegex(@"(?<![\w.+\-])[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)*\.\p{L}{2,}", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Email();
}
