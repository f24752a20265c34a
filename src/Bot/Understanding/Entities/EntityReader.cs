using Microsoft.Extensions.Options;
using NodaTime;

namespace Warmline.Bot.Understanding;

/// <summary>
/// Collects what is named in the lines. The readers go from the sure to the doubtful and each takes its words: addresses, money, numbers of
/// the shop's form, phones, times, then plain digits, which are an order number beside a word for order.
/// </summary>
internal sealed class EntityReader(OrderNumberReader orders, PhoneReader phones, ProductReader products, IOptions<TimeOptions> times)
{
    // Enough for any request; what stands behind it is read by the agent.
    private const int LongestRead = 4000;
    private const int NearTokens = 6;
    private const int NearSplit = 3;

    private readonly SaidNumbers _said = new(orders);
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[times.Value.Zone];

    /// <param name="lines">The turn's lines.</param>
    /// <param name="language">The language they are in; words of the others count too where they are clear.</param>
    /// <param name="now">When they are read: what "tomorrow" counts from.</param>
    public Entities Read(IReadOnlyList<Line> lines, string language, DateTimeOffset now)
    {
        var today = new Today(now, _zone);
        var each = lines.Select(line => ReadOne(Short(line), language, today)).ToList();
        return each is [var one] ? one : new Entities(
            [.. each.SelectMany(one => one.OrderNumbers).Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. each.SelectMany(one => one.Emails).Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. each.SelectMany(one => one.Phones).DistinctBy(phone => phone.E164)],
            [.. each.SelectMany(one => one.UnusablePhones)],
            [.. each.SelectMany(one => one.When)])
        {
            Times = [.. each.SelectMany(one => one.Times)],
            UnusableTimes = [.. each.SelectMany(one => one.UnusableTimes)],
            Amounts = [.. each.SelectMany(one => one.Amounts)],
            Products = [.. each.SelectMany(one => one.Products).Distinct(StringComparer.Ordinal)],
        };
    }

    private static Line Short(Line line) => line.Text.Length <= LongestRead ? line : WordReader.Read(line.Text[..LongestRead]);

    private Entities ReadOne(Line line, string language, Today today)
    {
        var words = EntityWords.From(language);
        var tokens = new LineTokens(line, language, words);
        var emails = EmailReader.Read(tokens, words);
        emails.ForEach(email => tokens.TakeText(email.Start, email.End));
        var amounts = AmountReader.Read(tokens, words);
        var formed = orders.Read(Without(tokens.Digits, emails)).FindAll(number => tokens.IsFreeText(number.Start, number.End));
        formed.ForEach(number => tokens.TakeText(number.Start, number.End));
        var near = new OrderWords(tokens, words);
        var called = Called(tokens, words, near);
        var said = Times(tokens, words, today);
        var numbers = formed.Concat(_said.Read(tokens, near)).OrderBy(number => number.Start).Select(number => number.Value);
        return new Entities(
            [.. numbers.Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. emails.Select(email => email.Value).Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. called.Select(phone => phone.Phone).OfType<Phone>().DistinctBy(phone => phone.E164)],
            [.. called.Where(phone => phone.Phone is null && (tokens.IsFree(phone.First, phone.End) || near.Alone(phone.First, phone.End))).Select(phone => phone.AsWritten)],
            [.. said.Where(time => time.Mention is not null).Select(time => time.Quote)])
        {
            Times = [.. said.Select(time => time.Mention).OfType<TimeMention>()],
            UnusableTimes = [.. said.Where(time => time.Mention is null).Select(time => time.Quote)],
            Amounts = amounts,
            Products = products.Read(line),
        };
    }

    // "My number is 601 234 567": a good phone number is one, unless the line speaks of an order.
    // Digits alone may be an order or a phone: the dialog that asked knows.
    private List<PhoneFound> Called(LineTokens tokens, IReadOnlyList<EntityWords> words, OrderWords near)
    {
        var called = phones.Read(tokens).FindAll(phone => !words[0].IsFullDate(tokens, phone.First)
            && (phone.Phone is null || !near.NearOrder(phone.First, phone.End, phone.End - phone.First > 1 ? NearSplit : NearTokens)));
        foreach (var phone in called.Where(phone => phone.Phone is not null && !near.Alone(phone.First, phone.End)))
        {
            tokens.Take(phone.First, phone.End);
        }

        return called;
    }

    // Hours are written alike everywhere; another language than the line's must say more than that.
    private static List<(string Quote, TimeMention? Mention)> Times(LineTokens tokens, IReadOnlyList<EntityWords> words, Today today)
    {
        var groups = words.Select((own, at) => own.Times.Read(tokens, today).FindAll(group => at == 0 || group.NamesMoreThanHours)).FirstOrDefault(found => found.Count > 0) ?? [];
        groups.ForEach(group => tokens.Take(group.First, group.End));
        return groups.ConvertAll(group => (tokens.Quote(group.First, group.End), group.Resolve(tokens.Quote(group.First, group.End), today)));
    }

    private static string Without(string text, List<Place> places) => places.Count == 0 ? text
        : string.Create(text.Length, (text, places), static (target, source) =>
        {
            source.text.CopyTo(target);
            foreach (var place in source.places)
            {
                target[place.Start..place.End].Fill(' ');
            }
        });
}
