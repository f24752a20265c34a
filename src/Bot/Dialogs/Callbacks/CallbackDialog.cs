using BotFramework.Builder;
using BotFramework.Dialogs;
using BotFramework.Schema;
using Warmline.Bot.Dialogs.Slots;
using Warmline.Bot.Shop;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Promises;

namespace Warmline.Bot.Dialogs.Callbacks;

/// <summary>
/// Call me back: number, time, topic, in any order and any number of lines; a summary to say yes to; then the promise. What is
/// known is not asked, what is said later corrects what was said before.
/// </summary>
internal sealed class CallbackDialog(CallbackQuestions questions, CallbackAnswers answers, CallbackBook book, TimeProvider time) : ShopDialog(DialogId)
{
    public const string DialogId = "callback";

    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var (talk, draft) = (Talk.Of(dc.Context), Draft(dc.ActiveDialog!));
        if (options is CallbackBegin begin)
        {
            (draft.Moves, draft.Phone, draft.Topic, draft.Promised) = (begin.Moves, begin.Phone, begin.Topic, begin.At);
        }

        CallbackLine.Take(draft, talk, Text(dc), time.GetUtcNow());
        draft.At ??= draft is { Wish: null, NoSuchTime: null } && talk.Understood.Entities.Phones.Count > 0 ? draft.Promised : null;
        draft.Phone ??= draft.Moves is null ? talk.Turn.FactOf("phone") ?? PhoneMatch.Dialable(talk.Customer?.Phone) : null;
        draft.Topic ??= talk.Turn.FactOf("order_number") is { } order ? Replies.Say("Callback.OrderTopic", talk.Language, ("order", order)) : null;
        return GoOnAsync(dc, talk, draft, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var (talk, draft) = (Talk.Of(dc.Context), Draft(dc.ActiveDialog!));
        var taken = CallbackLine.Take(draft, talk, Text(dc), time.GetUtcNow());
        if (draft.Asked == Asked.Sure && CallbackAnswers.IsYes(draft, talk, Text(dc), taken))
        {
            return await PromiseAsync(dc, talk, draft, cancellationToken);
        }

        return taken || !await answers.TryOtherwiseAsync(draft, talk, Text(dc), cancellationToken)
            ? await GoOnAsync(dc, talk, draft, cancellationToken)
            : EndOfTurn;
    }

    /// <summary>Something put on top is over, or an aside was answered: asks again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
        await GoOnAsync(dc, Talk.Of(dc.Context), Draft(dc.ActiveDialog!), cancellationToken);

    public override async Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var talk = Talk.Of(turnContext);
        await questions.AskAsync(Draft(instance), talk, Clock(turnContext, talk), cancellationToken);
    }

    /// <summary>One step back, or the beginning when those are the words.</summary>
    public override Task<DialogTurnResult> GoBackAsync(DialogContext dialog, CancellationToken cancellationToken)
    {
        var draft = Draft(dialog.ActiveDialog!);
        while (draft.StepBack() && CallWords.IsAnew(Text(dialog)))
        {
        }

        if (CallWords.IsAnew(Text(dialog)) && draft.Moves is null)
        {
            (draft.Phone, draft.Topic) = (null, null);
            draft.Forget(Asked.When);
        }

        return GoOnAsync(dialog, Talk.Of(dialog.Context), draft, cancellationToken);
    }

    /// <summary>Where free words were asked for, any are an answer; elsewhere a number or a time.</summary>
    public override bool Understands(Talk talk, DialogInstance instance) => Draft(instance).Asked == Asked.Topic
        || talk.Understood.Entities is not { Phones.Count: 0, Times.Count: 0, UnusableTimes.Count: 0, UnusablePhones.Count: 0 };

    private async Task<DialogTurnResult> GoOnAsync(DialogContext dc, Talk talk, CallbackDraft draft, CancellationToken cancellationToken) =>
        await questions.AskAsync(draft, talk, Clock(dc.Context, talk), cancellationToken) ? EndOfTurn : await dc.EndDialogAsync(null, cancellationToken);

    private async Task<DialogTurnResult> PromiseAsync(DialogContext dc, Talk talk, CallbackDraft draft, CancellationToken cancellationToken)
    {
        var (at, clock) = (draft.At!.Value, Clock(dc.Context, talk));
        if (at != draft.Promised && !await book.IsFreeAsync(at, cancellationToken))
        {
            await questions.OfferInsteadAsync(draft, talk, clock, cancellationToken);
            return draft.Offered.Count > 0 ? EndOfTurn : await dc.EndDialogAsync(null, cancellationToken);
        }

        talk.Turn.Make(draft.Moves is { } reference
            ? new Move.MoveCallback(reference, at, draft.Phone)
            : new Move.ScheduleCallback(draft.Phone!, at, draft.When ?? clock.Label(at), draft.Topic!, clock.ZoneAt(at), draft.Remind));
        return await dc.EndDialogAsync(null, cancellationToken);
    }

    private CustomerClock Clock(ITurnContext context, Talk talk) => new(book, context.Activity.LocalTimezone, talk.Language);

    private static CallbackDraft Draft(DialogInstance instance) => instance.StateOf<CallbackDraft>();

    private static string Text(DialogContext dc) => dc.Context.Activity.Text ?? "";
}
