using BotFramework.Schema;
using Warmline.Bot.Conversing;
using Warmline.Bot.Understanding;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>Reads the customer's lines for a return: the one just said, and, once the order is open, those said before.</summary>
internal sealed class ReturnReading(Understander understander)
{
    private const int MostBefore = 8;

    /// <summary>Null: the line gives nothing.</summary>
    public static ReturnSlots? Take(Talk talk, ReturnSlots slots, string? asked)
    {
        if (asked is null || (slots.Known.Count == 0 && asked != ReturnSlots.Which))
        {
            // Read when the order is open: only then the names of its items are known.
            return null;
        }

        if (asked != ReturnSlots.Which && IsOtherOrder(talk, slots))
        {
            return new ReturnSlots { Stage = slots.Stage, Since = talk.Turn.Input.Unread is [var first, ..] ? first.Seq : slots.Since };
        }

        var read = ReturnLine.Read(talk.Understood, talk.Words, slots, asked);
        var answered = ReturnAnswers.Read(talk, read, asked, IsMore(slots, read));
        if (asked is ReturnSlots.ItemsSlot or ReturnSlots.Variant || !answered.Items.SequenceEqual(slots.Items))
        {
            // Goods are called by the names the shop gave them, in whatever language.
            talk.Turn.Language = talk.Turn.Input.Language;
        }

        if (!IsMore(slots, answered) && asked == ReturnSlots.SureSlot && ReturnAnswers.IsNo(talk))
        {
            return slots with { Ask = ReturnSlots.Change };
        }

        // "Never used" is as it should be: heard, though there is nothing to note.
        return IsMore(slots, answered) || (talk.Understood.Is(Topic.NotUsed) && asked != ReturnSlots.SureSlot) ? answered with { Ask = null } : null;
    }

    /// <summary>What was said since the wish was first spoken of, and shortly before.</summary>
    public ReturnSlots CatchUp(Talk talk, ReturnSlots slots)
    {
        var input = talk.Turn.Input;
        var before = input.Earlier.Where(line => line is { Role: AuthorRole.Customer, Kind: LineKind.Said } && line.Seq > talk.Memory.ReturnedUpTo).ToList();
        var told = before.Where(line => line.Seq < slots.Since).TakeLast(MostBefore).Select(TurnActivities.Words).Where(words => !ReturnLine.IsQuestion(words))
            .Concat(before.Where(line => line.Seq >= slots.Since).Select(TurnActivities.Words));
        var caught = told.Where(words => words.Length > 0).Aggregate(slots, (read, words) => ReturnLine.Read(understander.Understand([words], talk.Language), words, read, null));
        return ReturnLine.Read(talk.Understood, talk.Words, caught, null);
    }

    private static bool IsOtherOrder(Talk talk, ReturnSlots slots) => talk.Understood.Entities.OrderNumbers is { Count: > 0 } named
        && !named.Any(number => slots.Orders.Any(key => Shop.OrderNumber.IsSame(key.Number, number)));

    // Records with lists compare by what they are written as.
    private static bool IsMore(ReturnSlots before, ReturnSlots after) => ProtocolJson.Write(before) != ProtocolJson.Write(after);
}
