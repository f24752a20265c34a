using System.Text.RegularExpressions;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Understanding;
using Warmline.Knowledge.Language;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>Which items of an order a line names: by any of their words that others don't share, inflected or with a slip of the finger.</summary>
internal static partial class ItemNames
{
    private const int LongestRead = 1000;
    private const int ShortArticle = 3;

    // Of "waterproof: yes": a yes to the summary names no boots.
    private static readonly HashSet<string> Answers = ["yes", "no", "none", "tak", "nie", "brak", "да", "нет", "بله", "نه", "خیر"];

    private static readonly HashSet<string> Nots = ["not", "nie", "не", "نه"];
    private static readonly HashSet<string> Excepts = ["except", "excluding", "apart", "without", "oprocz", "procz", "poza", "bez", "кроме", "без", "بجز", "جز", "غیر", "بدون"];

    // "exchange the blue mug for a green one": what follows is wanted, not given back. "I have no use for it" names nothing before.
    private static readonly HashSet<string> Fors = ["for", "into", "instead", "na", "на", "با", "به"];

    public static IReadOnlyList<KnownItem> Of(Order order)
    {
        var names = order.Items.Select(item => new KnownItem(item.Id, item.Name, item.Name, item.Options, item.VariantId, ReturnState.Left(order, item))).ToList();
        return [.. names.Select((item, at) => item with { Label = Label(item, at, names) })];
    }

    /// <param name="isStrict">Only words as they stand in the name: where something else is spoken of, "small" is no smart watch.</param>
    /// <param name="isExchange">Words after "for" are the wish and no name.</param>
    public static ItemsSaid Read(string text, string language, IReadOnlyList<KnownItem> items, bool isExchange, bool isStrict = false)
    {
        if (items.Where(item => string.Equals(item.Label, text.Trim(), StringComparison.OrdinalIgnoreCase)).ToList() is [var pressed])
        {
            return new ItemsSaid([new ChosenItem(pressed.Id)], [], [], IsExcept: false);
        }

        var words = Words(text, language);
        var end = isExchange ? Array.FindIndex(words, word => Fors.Contains(word.Text)) : -1;
        var read = end > 0 && items.Any(item => Places(item, words[..end], language, isStrict).Count > 0) ? words[..end] : words;
        var named = items.Select(item => new NamedItem(item, Places(item, read, language, isStrict))).Where(item => item.Places.Count > 0).ToList();
        var best = named.FindAll(one => !named.Exists(other => other.Places.IsProperSupersetOf(one.Places)));
        var denied = best.FindAll(one => one.Places.All(place => IsDenied(read, First(one.Places, place))));
        var clear = best.Except(denied).Where(one => !best.Exists(other => other != one && other.Places.SetEquals(one.Places))).ToList();
        return new ItemsSaid(
            [.. clear.Select(one => new ChosenItem(one.Item.Id, Count(read, one.Places.Min())))],
            [.. best.Except(denied).Except(clear).Select(one => one.Item.Id)],
            [.. denied.Select(one => one.Item.Id)],
            words.Any(word => Excepts.Contains(word.Text)));
    }

    /// <summary>A number of pieces said anywhere in the line; null when there is none or there are several.</summary>
    public static int? Number(string text) =>
        WordReader.Read(Short(text)).Words.Select(word => PieceNumbers.Of(word.Text)).OfType<int>().ToList() is [var one] ? one : null;

    private static Word[] Words(string text, string language) =>
        Spelling.Plain(WordReader.Read(Address().Replace(Short(text), " ")), language).Words;

    private static string Short(string text) => text.Length > LongestRead ? text[..LongestRead] : text;

    private static string Label(KnownItem item, int at, List<KnownItem> all)
    {
        var alike = all.FindAll(other => other.Name == item.Name);
        var full = string.IsNullOrWhiteSpace(item.Options) ? item.Name : $"{item.Name} ({item.Options})";
        return alike.Count == 1 ? item.Name : alike.Count(other => other.Options == item.Options) == 1 ? full : $"{full} #{at + 1}";
    }

    private static HashSet<int> Places(KnownItem item, Word[] words, string language, bool isStrict)
    {
        // A slip of the finger is looked for in the name alone: who sends something back means nothing black.
        var (name, options) = (Own(item.Name, language), Own(OptionNames().Replace(item.Options ?? "", " "), language));
        return [.. Enumerable.Range(0, words.Length).Where(at => Means(words[at].Text))];

        bool Means(string typed) => isStrict
            ? ItemWord.IsForm(typed, typed, language) && (name.Contains(typed) || options.Contains(typed))
            : name.Any(word => ItemWord.IsMeant(word, typed, language)) || options.Any(word => ItemWord.IsForm(word, typed, language));
    }

    private static HashSet<string> Own(string text, string language)
    {
        var own = WordReader.Read(text).Words.Select(word => word.Text).Where(word => !Answers.Contains(word)).ToHashSet(StringComparer.Ordinal);
        if (language == "ru")
        {
            // Typed in Latin letters, as it is written, or read as Russian in Latin letters.
            own.UnionWith([.. own.Where(word => char.IsAsciiLetter(word[0])).Select(RussianInLatin.ToCyrillic)]);
        }

        return own;
    }

    // A name of several words is denied as one.
    private static int First(HashSet<int> places, int at)
    {
        while (places.Contains(at - 1))
        {
            at--;
        }

        return at;
    }

    // "Not the mug": the very word before it, or the one before a short article.
    private static bool IsDenied(Word[] words, int at) =>
        (at > 0 && Nots.Contains(words[at - 1].Text))
        || (at > 1 && words[at - 1].Text.Length <= ShortArticle && Nots.Contains(words[at - 2].Text));

    private static int? Count(Word[] words, int at) => Enumerable.Range(1, 2).Where(back => at - back >= 0)
        .Select(back => PieceNumbers.Of(words[at - back].Text)).FirstOrDefault(number => number is not null);

    [GeneratedRegex(@"\S+@\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"[^,:]+:", RegexOptions.CultureInvariant)]
    private static partial Regex OptionNames();

    private sealed record NamedItem(KnownItem Item, HashSet<int> Places);
}

/// <summary>What a line names: clearly, not clearly enough, to be left out; and whether it says "except".</summary>
internal sealed record ItemsSaid(IReadOnlyList<ChosenItem> Clear, IReadOnlyList<string> Maybe, IReadOnlyList<string> Denied, bool IsExcept)
{
    public bool IsNothing => Clear.Count == 0 && Maybe.Count == 0 && Denied.Count == 0;
}
