using Warmline.Bot.Shop.Writes;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>Takes out of a line whatever belongs to a return, whatever was asked.</summary>
internal static class ReturnLine
{
    private const int LongestWords = 2000;

    // From the sure to the vague: who says that it is broken has not just changed their mind.
    private static readonly (Topic Topic, ReturnCause Cause)[] Causes =
    [
        (Topic.Damaged, ReturnCause.Damaged),
        (Topic.Defective, ReturnCause.Defective),
        (Topic.WrongItem, ReturnCause.WrongItem),
        (Topic.NotAsDescribed, ReturnCause.NotAsDescribed),
        (Topic.DoesNotFit, ReturnCause.DoesNotFit),
        (Topic.TooLate, ReturnCause.TooLate),
        (Topic.ChangedMind, ReturnCause.ChangedMind),
        (Topic.NoLongerNeeded, ReturnCause.ChangedMind),
        (Topic.OrderedByMistake, ReturnCause.ChangedMind),
    ];

    // Where another thing is asked for, "a bigger one" is no cause and no wish.
    private static readonly string?[] Narrow = [ReturnSlots.WantedSlot, ReturnSlots.Variant, ReturnSlots.Refund];

    private static readonly string?[] ElsewhereAsked = [ReturnSlots.CauseSlot, ReturnSlots.WantedSlot, ReturnSlots.Refund, ReturnSlots.Day, ReturnSlots.ConditionSlot];

    private static readonly HashSet<string> Asking =
    [
        "how", "when", "where", "can", "could", "which", "who", "until",
        "jak", "ile", "kiedy", "gdzie", "czy", "kto", "jaki", "jaka", "jakie",
        "как", "сколько", "когда", "где", "можно", "могу", "кто", "какой", "какая", "какие",
        "چند", "چطور", "چگونه", "چه", "کی", "کجا", "ایا", "چقدر", "چجوری", "کدام",
    ];

    private static readonly string[] Wishing = ["want", "like", "need", "chce", "chci", "potrzeb", "хоч", "хотел", "нужн", "میخوا"];

    private static readonly string[] Came =
    [
        "arriv", "deliver", "receiv", "przysz", "przysl", "wysla", "dotar", "dostar", "odebr", "dosta", "получ", "присл", "приш", "доста", "привез", "забра", "رسید", "ارسال", "فرستاد", "تحویل", "گرفت", "امد", "اومد",
    ];

    public static ReturnSlots Read(Understood understood, string text, ReturnSlots slots, string? asked)
    {
        var read = asked == ReturnSlots.Variant ? slots : ReadItems(understood, text, slots, asked);
        read = Narrow.Contains(asked) ? read : ReadCause(understood, text, read, asked);
        read = ReadWish(understood, text, read, asked);
        return read with { Condition = ConditionOf(understood) ?? read.Condition, DeliveredOn = PastDay(understood, text) ?? read.DeliveredOn };
    }

    /// <summary>How the item is, if the line says so.</summary>
    public static ItemCondition? ConditionOf(Understood understood) =>
        understood.Is(Topic.StillSealed) ? ItemCondition.Sealed
        : understood.Is(Topic.WasUsed) ? ItemCondition.Used
        : understood.Is(Topic.WasOpened) ? ItemCondition.Opened
        : null;

    public static string Kept(string text) => text.Length > LongestWords ? text[..LongestWords] : text;

    /// <summary>By its mark, or, where people leave that out, by its first word.</summary>
    public static bool IsQuestion(string text) => text.AsSpan().ContainsAny('?', '؟')
        || (WordReader.Read(Kept(text)).Words is [var first, ..] && Asking.Contains(first.Text));

    /// <summary>"Can I get it exchanged? I want another one": after the question the customer says what they want.</summary>
    public static bool EndsInWish(string text) => text.AsSpan().LastIndexOfAny('?', '؟') is >= 0 and var mark
        && WordReader.Read(Kept(text[(mark + 1)..])).Words.Any(word => Wishing.Any(wish => word.Text.StartsWith(wish, StringComparison.Ordinal)));

    private static ReturnSlots ReadCause(Understood understood, string text, ReturnSlots slots, string? asked)
    {
        // "For another colour" asks for it; "another colour came" complains of it.
        var found = Causes.Where(cause => understood.Is(cause.Topic) && (cause.Topic != Topic.WrongItem || !understood.Is(Topic.Exchange) || SaysItCame(text))).Select(cause => cause.Cause).FirstOrDefault();
        var stays = found == ReturnCause.Unsaid
            || (slots.IsCauseSaid && !found.IsSellersFault() && asked is not (ReturnSlots.CauseSlot or ReturnSlots.Change or ReturnSlots.SureSlot));
        return stays || found == slots.Cause ? slots : slots with { Cause = found, IsCauseSaid = true, Words = Kept(text), HasApologised = false };
    }

    private static ReturnSlots ReadWish(Understood understood, string text, ReturnSlots slots, string? asked)
    {
        // "When do I get my money back?" asks; it chooses nothing.
        var money = understood.Is(Topic.MoneyBack) && !IsQuestion(text);
        var wanted = asked == ReturnSlots.Variant ? slots.Wanted
            : understood.Is(Topic.Exchange) ? Resolution.Exchange
            : money || understood.Is(Topic.ToGiftCard) ? Resolution.Money
            : understood.Is(Topic.Repair) ? Resolution.Repair
            : slots.Wanted;
        return slots with
        {
            Wanted = wanted,
            Instead = wanted == Resolution.Exchange ? slots.Instead : [],
            RefundTo = understood.Is(Topic.ToGiftCard) ? RefundTo.GiftCard : slots.RefundTo,
        };
    }

    private static ReturnSlots ReadItems(Understood understood, string text, ReturnSlots slots, string? asked)
    {
        var said = ItemNames.Read(text, understood.Language, slots.Known, understood.Is(Topic.Exchange), isStrict: slots.Items.Count > 0 && ElsewhereAsked.Contains(asked));
        var everything = understood.Is(Topic.Everything) && (said.IsNothing || said.IsExcept) && (asked == ReturnSlots.ItemsSlot || IsWish(understood));
        return everything ? All(slots, said)
            : said.IsExcept && said.Clear.Count > 0 ? slots with { Items = Without(slots.Items, said.Clear.Select(item => item.Id)) }
            : said.IsNothing ? slots
            : Change(slots, said, asked);
    }

    private static bool IsWish(Understood understood) =>
        understood.Is(Topic.StartReturn) || understood.Is(Topic.MayReturn) || understood.Is(Topic.Exchange);

    private static ReturnSlots All(ReturnSlots slots, ItemsSaid said) => slots with
    {
        Items = [.. slots.Open.Where(item => said.Clear.All(but => but.Id != item.Id)).Select(item => new ChosenItem(item.Id, item.Left))],
        Maybe = [],
    };

    // What is named instead, or beside what was named before.
    private static ReturnSlots Change(ReturnSlots slots, ItemsSaid said, string? asked)
    {
        var kept = Without(slots.Items, said.Denied);
        var isMention = asked is not (ReturnSlots.SureSlot or ReturnSlots.Change or ReturnSlots.ItemsSlot)
            && said.Clear.All(named => kept.Any(item => item.Id == named.Id)) && said.Maybe.All(named => kept.Any(item => item.Id == named));
        var adds = slots.Maybe.Count > 0;
        var items = isMention || said.Clear.Count == 0 ? kept
            : [.. (adds ? Without(kept, said.Clear.Select(item => item.Id)) : []), .. said.Clear.Select(item => item with { Quantity = item.Quantity ?? Before(kept, item) })];
        return slots with
        {
            Items = items,
            Maybe = isMention || said.Clear.Any(item => said.Maybe.Contains(item.Id)) ? [] : said.Maybe,
            Instead = [.. slots.Instead.Where(instead => items.Any(item => item.Id == instead.ItemId))],
        };
    }

    private static int? Before(IReadOnlyList<ChosenItem> items, ChosenItem named) => items.FirstOrDefault(item => item.Id == named.Id)?.Quantity;

    private static IReadOnlyList<ChosenItem> Without(IReadOnlyList<ChosenItem> items, IEnumerable<string> ids) =>
        [.. items.Where(item => !ids.Contains(item.Id))];

    private static bool SaysItCame(string text) => WordReader.Read(Kept(text)).Words.Any(word => word.Text is "came" or "got" or "sent" || Came.Any(came => word.Text.StartsWith(came, StringComparison.Ordinal)));

    // "It came on Friday": only a day that is over can be the day it came.
    private static DateOnly? PastDay(Understood understood, string text) =>
        understood.Entities.Times.Count == 0 || !SaysItCame(text) ? null
            : understood.Entities.Times.FirstOrDefault(time => time.Over == DateOnly.FromDateTime(time.From.DateTime))?.Over;
}
