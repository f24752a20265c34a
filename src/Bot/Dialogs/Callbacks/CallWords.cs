using System.Buffers;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Callbacks;

/// <summary>What a customer asks about a call that is promised.</summary>
internal enum CallAsk
{
    None,
    When,
    Move,
    Cancel,
    Remind,
}

/// <summary>Finds in a line what is asked about a promised call, and what a call is to be about. Words are compared by their beginnings, folded as the rules' are.</summary>
internal static class CallWords
{
    // About an order, whatever else is in it.
    private static readonly string[] Order = Fold("order", "zamow", "заказ", "سفارش");

    private static readonly string[] Call = Fold(
        "call", "phone", "ring me", "telefon", "rozmow", "dzwon", "zadzwon", "oddzwon", "звон", "позвон", "перезвон", "созвон", "набер", "تماس", "زنگ");

    private static readonly Dictionary<CallAsk, string[]> Asks = new()
    {
        [CallAsk.Cancel] = Fold("cancel", "dont call", "not call", "no longer", "odwol", "anuluj", "rezygn", "zrezygn", "nie dzwon", "отмен", "не звон", "не надо звон", "не перезван", "لغو", "کنسل", "زنگ نزن", "تماس نگیر"),
        [CallAsk.Remind] = Fold("remind", "przypom", "напомн", "یاداور", "یادم بیاور", "یادم بنداز"),
        [CallAsk.Move] = Fold("move", "change", "reschedul", "postpone", "shift", "another time", "different time", "other time", "przeloz", "przeniesc", "przenies", "przesun", "zmien", "inny termin", "inna godzin", "inna por", "перенес", "перенос", "измен", "поменя", "другое время", "другой день", "تغییر", "عوض", "منتقل", "جابجا", "جا به جا", "زمان دیگر", "موکول", "بینداز", "بندازید"),
        [CallAsk.When] = Fold("when", "what time", "kiedy", "o ktorej", "когда", "во сколько", "کی ", "چه زمان", "چه وقت", "چه ساعت", "ساعت چند"),
    };

    private static readonly string[] Anew = Fold("start over", "restart", "start again", "beginning", "main menu", "menu", "od nowa", "od poczatku", "od początku", "сначала", "заново", "с начала", "از اول", "از نو", "منوی اصلی");

    // "Call me about my parcel": the longest first, and each only as a whole word.
    private static readonly string[] Abouts = ["w sprawie", "na temat", "odnosnie", "dotyczy", "по поводу", "насчет", "насчёт", "по вопросу", "در مورد", "درباره", "دربارهٔ", "درباره‌ی", "بابت", "about", "regarding", "concerning"];

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(".!?;\n؟؛,");

    public static CallAsk Read(string text)
    {
        var said = Folded(text);
        return !Call.Any(word => Has(said, word)) || Order.Any(word => Has(said, word)) ? CallAsk.None
            : Asks.Where(ask => ask.Value.Any(word => Has(said, word))).Select(ask => ask.Key).FirstOrDefault();
    }

    public static bool IsAnew(string text)
    {
        var said = Folded(text);
        return Anew.Any(word => Has(said, word));
    }

    /// <summary>The words after "about", up to the end of the clause; null when there are none.</summary>
    public static string? Topic(string text)
    {
        foreach (var about in Abouts)
        {
            var at = text.IndexOf(about + " ", StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || !char.IsLetter(text[at - 1])))
            {
                var rest = text[(at + about.Length)..];
                var end = rest.AsSpan().IndexOfAny(ClauseEnds);
                var topic = (end < 0 ? rest : rest[..end]).Trim();
                return topic.Count(char.IsLetter) > 1 ? topic : null;
            }
        }

        return null;
    }

    /// <summary>Whether anything but a few words is left when these quotes are taken out.</summary>
    public static bool IsMostly(string text, IEnumerable<string> quotes)
    {
        const int FewWords = 2;
        var rest = quotes.Aggregate(text, (left, quote) => left.Replace(quote, " ", StringComparison.OrdinalIgnoreCase));
        return WordReader.Read(rest).Words.Count(word => word.Text.Any(char.IsLetterOrDigit)) <= FewWords;
    }

    // A space at the end: the whole word, not its beginning.
    private static string[] Fold(params IEnumerable<string> words) =>
        [.. words.Select(word => Folded(word).Trim() + (word.EndsWith(' ') ? " " : ""))];

    private static string Folded(string text) => " " + string.Join(' ', WordReader.Read(text).Words.Select(word => word.Text)) + " ";

    private static bool Has(string said, string word) => said.Contains(" " + word, StringComparison.Ordinal);
}
