using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Callbacks;

/// <summary>Takes out of a line of the customer whatever belongs to the call, whatever was asked.</summary>
internal static class CallbackLine
{
    /// <summary>True when something was found.</summary>
    public static bool Take(CallbackDraft draft, Talk talk, string text, DateTimeOffset now)
    {
        var takenPhone = TakePhone(draft, talk);
        var takenTime = TakeTime(draft, talk, text, now);
        return TakeTopic(draft, text, takenPhone || takenTime) || takenPhone || takenTime;
    }

    private static bool TakePhone(CallbackDraft draft, Talk talk)
    {
        if (talk.Understood.Entities.Phone is not { } phone)
        {
            return false;
        }

        draft.TakePhone(phone);
        Answer(draft, Asked.Phone);
        return true;
    }

    private static bool TakeTime(CallbackDraft draft, Talk talk, string text, DateTimeOffset now)
    {
        var entities = talk.Understood.Entities;
        if (Button(draft, text) is { } pressed)
        {
            draft.When = pressed.Label;
            draft.Settle(pressed.At);
            Answer(draft, Asked.When);
            return true;
        }

        if (Same(text, talk.Label("Quick.AnyTime")))
        {
            draft.TakeWish(new WishedTime(null, null), text.Trim());
            Answer(draft, Asked.When);
            return true;
        }

        // "The lamp came on Monday" is a topic; "no, Monday" is a time.
        if (draft.Asked == Asked.Topic && !CallWords.IsMostly(text, entities.When.Concat(entities.UnusableTimes)))
        {
            return false;
        }

        return TakeSaidTime(draft, entities, now);
    }

    private static bool TakeSaidTime(CallbackDraft draft, Entities entities, DateTimeOffset now)
    {
        if (CustomerClock.Of(entities, now) is { } said)
        {
            if (draft.Offered.Where(offered => IsHourOf(offered, said.Wish)).ToList() is [var one])
            {
                draft.When = said.Words;
                draft.Settle(one.At);
            }
            else
            {
                draft.TakeWish(said.Wish, said.Words);
            }

            Answer(draft, Asked.When);
            return true;
        }

        draft.NoSuchTime = entities.UnusableTimes is [var none, ..] ? none : draft.NoSuchTime;
        return entities.UnusableTimes.Count > 0;
    }

    private static bool TakeTopic(CallbackDraft draft, string text, bool isMore)
    {
        var named = CallWords.Topic(text);
        var free = draft.Asked == Asked.Topic && !isMore && text.Count(char.IsLetter) > 1 ? text.Trim() : null;
        if ((free ?? named) is not { } topic)
        {
            return false;
        }

        draft.TakeTopic(topic);
        Answer(draft, Asked.Topic);
        return true;
    }

    private static OfferedTime? Button(CallbackDraft draft, string text) => draft.Offered.Find(offered => Same(offered.Label, text));

    // "At four", after slots of Friday were shown, is four on Friday.
    private static bool IsHourOf(OfferedTime offered, WishedTime wish) =>
        wish.From is { } from && wish.To == from && offered.At.TimeOfDay == from.TimeOfDay && offered.At.Offset == from.Offset;

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static void Answer(CallbackDraft draft, Asked what)
    {
        draft.Answered.Remove(what);
        draft.Answered.Add(what);
    }
}
