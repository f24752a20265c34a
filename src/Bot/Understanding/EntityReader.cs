using System.Text.RegularExpressions;

namespace Warmline.Bot.Understanding;

/// <summary>Collects what is named in the lines. A number wanted as an order is not also a phone, and the other way round.</summary>
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
        var digits = Folding.LatinDigits(line.Text);
        var emails = Email().Matches(digits);
        var text = Email().Replace(digits, match => new string(' ', match.Length));
        var orderWords = matchers.SelectMany(matcher => matcher.Find("order_words", line)).Select(hit => hit.First).ToList();
        var numbers = orders.Read(text, line, orderWords).ToList();
        var (valid, unusable) = phones.Read(text, line.Text, language);
        // Digits alone in a line may be either: the dialog that asked knows. Beside a word for order they are an order.
        var free = valid.Where(phone => orderWords.Count == 0 || !IsOneOf(phone.AsWritten, numbers)).ToList();
        return new Entities(
            numbers.Where(number => orderWords.Count > 0 || !valid.Any(phone => phone.AsWritten == number && phone.AsWritten != line.Text.Trim())).ToList(),
            [.. emails.Select(match => match.Value)],
            free,
            [.. unusable.Where(phone => orderWords.Count == 0 || !IsOneOf(phone, numbers))],
            WhenReader.Read(line, matchers));
    }

    private static bool IsOneOf(string phone, List<string> numbers) => numbers.Contains(Folding.LatinDigits(phone), StringComparer.Ordinal);

    [GeneratedRegex(@"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)*\.\p{L}{2,}", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Email();
}
