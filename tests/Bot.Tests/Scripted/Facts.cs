using System.Globalization;
using System.Text.RegularExpressions;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Scripted;

/// <summary>Holds what the bot says against the database: whatever looks like data must be of an order that the customer has proven, and right.</summary>
internal sealed partial class Facts(Tau2Shop shop)
{
    private readonly Regex _products = new(
        @"(?<!\w)(?<name>" + string.Join('|', shop.Variants.Select(variant => variant.Name).Distinct().OrderByDescending(name => name.Length).Select(Regex.Escape)) + @")(?!\w)(?: \((?<options>[^()]*: [^()]*)\))?");

    private readonly HashSet<string> _emails = [.. shop.Orders.Select(order => order.Email)];
    private readonly List<(string Text, string Of)> _private =
    [
        .. shop.Orders.Select(order => (order.Street, order.UserId)).Distinct(),
        .. shop.Orders.Select(order => (order.CustomerName, order.UserId)).Distinct(),
    ];

    /// <param name="text">All that one turn of the bot says, articles left out.</param>
    /// <param name="heard">Its sentences.</param>
    /// <param name="script">Of the customer.</param>
    /// <param name="voice">What they have said, and so proven.</param>
    /// <param name="isDone">What they wanted is done by now.</param>
    /// <param name="isRegistered">The shop has a return or an exchange of theirs, wanted or not.</param>
    public IEnumerable<string> Faults(string text, Heard heard, Script script, Voice voice, bool isDone, bool isRegistered)
    {
        var plain = Plain(text);
        return Others(plain, voice).Concat(Items(plain, voice)).Concat(Amounts(plain, voice)).Concat(States(heard, script, voice, isDone).Where(fault => !isRegistered || !fault.Contains("Return.No.AlreadyRequested", StringComparison.Ordinal))).Distinct();
    }

    private IEnumerable<string> Others(string text, Voice voice)
    {
        var said = Plain(string.Join('\n', voice.Lines));
        var own = voice.Proven;
        var mails = Mail().Matches(text).Select(mail => mail.Value).Where(mail => _emails.Contains(mail) && !said.Contains(mail, StringComparison.Ordinal));
        var numbers = Number().Matches(text).Select(number => number.Value).Where(number =>
            !said.Contains(number, StringComparison.OrdinalIgnoreCase) && number != "W1234567" && own.All(order => order.Number[1..] != number));
        var tracks = Tracking().Matches(text).Select(track => track.Value).Where(track => own.All(order => order.TrackingNumber != track) && !said.Contains(track, StringComparison.Ordinal));
        var secrets = _private.Where(one => own.All(order => order.UserId != one.Of) && text.Contains(one.Text, StringComparison.Ordinal) && !said.Contains(one.Text, StringComparison.Ordinal)
            && !_private.Exists(other => other.Text == one.Text && own.Any(order => order.UserId == other.Of))).Select(one => one.Text);
        return mails.Concat(numbers).Concat(tracks).Concat(secrets).Select(what => $"others' data: {what}");
    }

    private IEnumerable<string> Items(string text, Voice voice)
    {
        var own = voice.Proven.SelectMany(order => order.Items).ToList();
        var said = string.Join('\n', voice.Lines);
        foreach (Match match in _products.Matches(text))
        {
            var (name, options) = (match.Groups["name"].Value, match.Groups["options"].Value);
            if (own.Count == 0 && !said.Contains(name, StringComparison.Ordinal))
            {
                yield return $"others' data: {match.Value} before any proof";
            }
            else if (own.Count > 0 && !own.Exists(item => item.Name == name && (options.Length == 0 || item.Options == options)) && !said.Contains(match.Value, StringComparison.Ordinal))
            {
                yield return $"wrong fact: {match.Value} is in no order of theirs";
            }
        }
    }

    private IEnumerable<string> Amounts(string text, Voice voice)
    {
        var own = voice.Proven;
        var items = own.SelectMany(order => order.Items).ToList();
        var right = own.SelectMany(order => new[] { order.Refund ?? 0, order.Items.Sum(item => item.Price) }).Concat(items.Select(item => item.Price))
            .Concat(items.SelectMany(item => shop.Variants.Where(variant => variant.ProductId == item.ProductId).Select(variant => Math.Abs(variant.Price - item.Price)))).ToHashSet();
        return Amount().Matches(text).Select(amount => decimal.Parse(Grouping().Replace(amount.Groups["number"].Value, "").Replace(',', '.').Replace('٫', '.'), CultureInfo.InvariantCulture))
            .Where(amount => !right.Contains(amount)).Select(amount => string.Create(CultureInfo.InvariantCulture, $"{(own.Count == 0 ? "others' data" : "wrong fact")}: {amount}"));
    }

    private static IEnumerable<string> States(Heard heard, Script script, Voice voice, bool isDone) => heard.Sentences.Where(sentence => StateTruth.IsOfState(sentence.Key)).Where(sentence =>
    {
        var about = voice.Proven.Where(order => sentence.Order.Length == 0 || order.Number.EndsWith(sentence.Order.TrimStart('#'), StringComparison.Ordinal));
        return !about.Any(order => StateTruth.Is(sentence.Key, isDone && script.Goal == Goal.Cancel && order == script.Order ? "cancelled" : order.Status, script.Cause));
    }).Select(sentence => $"wrong fact: {sentence.Key} {sentence.Order}");

    /// <summary>Without marks of direction, with Western digits.</summary>
    public static string Plain(string text) => string.Concat(text.Where(c => c is not ((>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f'))
        .Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c));

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![\w-])W\d{5,9}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<!\d)\d{12}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Tracking();

    [GeneratedRegex(@"\$(?<number>\d[\d,]*\.\d{2})(?!\d)|(?<number>\d[\d\u00A0٬]*[,٫]\d{2})\u00A0(?:\$|دلار)", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\u00A0|٬|,(?=\d{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Grouping();
}
