using BotFramework.Dialogs;
using Warmline.Bot.Understanding;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Promises;

namespace Warmline.Bot.Dialogs.Callbacks;

/// <summary>What a customer says about a call that was promised: when it is, another time, another number, none at all.</summary>
internal sealed class PromisedCalls(CallbackBook book)
{
    private static readonly string[] Ways = ["Callback.MoveIt", "Callback.CancelIt"];

    // "When will you call at last?", asked again, is no circle and no reason for a person: there is an answer.
    private static readonly string[] OfWaiting = [Signals.Repeats, Signals.Loop, Signals.Frustration];

    /// <summary>Whether a line asks about a call of this conversation, and shows nothing graver than that somebody waits for it.</summary>
    public static bool IsAnswerable(Talk talk, string text) => talk.Turn.FactOf("callback") is not null && CallWords.Read(text) != CallAsk.None
        && !talk.Understood.Signals.All.Any(signal => signal.Value.Strength >= Signal.Clear && !OfWaiting.Contains(signal.Key));

    /// <summary>True when the line was about such a call and is dealt with.</summary>
    public async Task<bool> TryAsync(Talk talk, DialogContext dialog, string text, string? zone, CancellationToken cancellationToken)
    {
        if (talk.Turn.FactOf("callback") is null || dialog.ActiveDialog is { Id: CallbackDialog.DialogId })
        {
            return false;
        }

        var ask = CallWords.Read(text);
        var hints = dialog.ActiveDialog is null && SaysTimeOrNumber(talk, text);
        if (ask == CallAsk.None && !hints && !talk.Understood.Wants(Intent.Callback))
        {
            return false;
        }

        return await book.LatestAsync(talk.Turn.Input.ConversationId, cancellationToken) is { } call
            && await AnswerAsync(call, ask, hints, talk, dialog, new CustomerClock(book, zone, talk.Language), cancellationToken);
    }

    // "Friday at ten", "no, 601 234 567": hardly more than that, or it is about something else.
    private static bool SaysTimeOrNumber(Talk talk, string text)
    {
        var said = talk.Understood.Entities;
        return (said.Times.Count + said.Phones.Count + said.UnusableTimes.Count > 0 && said.OrderNumbers.Count == 0)
            && CallWords.IsMostly(text, said.When.Concat(said.UnusableTimes).Concat(said.Phones.Select(phone => phone.AsWritten)));
    }

    private static Task<bool> AnswerAsync(
        PlannedCall call, CallAsk ask, bool hints, Talk talk, DialogContext dialog, CustomerClock clock, CancellationToken cancellationToken) =>
        call.State switch
        {
            CallbackState.Reached or CallbackState.Cancelled => OverAsync(ask, talk, cancellationToken),
            CallbackState.Claimed => SaidAsync(talk.SayAsync("Callback.BeingCalled", cancellationToken, ("phone", call.Phone))),
            _ => PlannedAsync(call, ask, hints, talk, dialog, clock, cancellationToken),
        };

    // Another call is a new one; only who asks about the old one hears that it is over.
    private static async Task<bool> OverAsync(CallAsk ask, Talk talk, CancellationToken cancellationToken)
    {
        if (ask is CallAsk.None or CallAsk.Move || talk.Understood.Entities.Times.Count > 0)
        {
            return false;
        }

        await talk.AskAsync("Callback.NonePlanned", [talk.Label("Quick.Callback")], cancellationToken);
        return true;
    }

    private static async Task<bool> PlannedAsync(
        PlannedCall call, CallAsk ask, bool hints, Talk talk, DialogContext dialog, CustomerClock clock, CancellationToken cancellationToken)
    {
        var isDue = call.State is CallbackState.Scheduled or CallbackState.Reminded;
        switch (ask)
        {
            case CallAsk.Cancel:
                talk.Turn.Make(new Move.CancelCallback(call.Reference));
                return true;
            case CallAsk.Remind when isDue:
                talk.Turn.Make(new Move.RemindOfCallback(call.Reference));
                return true;
            case CallAsk.Move:
            case not CallAsk.When when hints || !isDue:
                var phone = call.State == CallbackState.WrongNumber ? null : call.Phone;
                await dialog.BeginDialogAsync(CallbackDialog.DialogId, new CallbackBegin(call.Reference, phone, call.Topic, isDue ? call.At : null), cancellationToken);
                return true;
            default:
                var key = isDue ? "Callback.Planned" : call.State == CallbackState.WrongNumber ? "Callback.WrongNumber" : "Callback.NotMade";
                await talk.AskAsync(
                    key, Ways.Select(talk.Label), cancellationToken, ("when", clock.Write(call.At)), ("phone", call.Phone), ("reference", call.Reference));
                return true;
        }
    }

    private static async Task<bool> SaidAsync(Task said)
    {
        await said;
        return true;
    }
}
