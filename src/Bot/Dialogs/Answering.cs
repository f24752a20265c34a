using BotFramework.Builder;
using BotFramework.Dialogs;
using Warmline.Bot.Dialogs.Callbacks;
using Warmline.Bot.Dialogs.Orders;
using Warmline.Bot.Dialogs.Returns;
using Warmline.Bot.Dialogs.Slots;
using Warmline.Bot.Understanding;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Policy;

namespace Warmline.Bot.Dialogs;

/// <summary>
/// The order in which the bot decides: a person, if one is needed; words that steer; an answer to its own question;
/// what it was in the middle of; what the customer wants now.
/// </summary>
internal sealed class Answering(ShopDialogs dialogs, Wishes wishes, Weighing weighing, PromisedCalls calls, OrderFollowUps orders)
{
    public async Task AnswerAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(context);
        Learn(talk);
        var dialog = await dialogs.ContextAsync(context, cancellationToken);
        if (context.Activity.Attachments is { Count: > 0 })
        {
            var isWanted = dialog.Stack.Any(running => dialog.FindDialog(running.Id) is ShopDialog { TakesFiles: true });
            if (string.IsNullOrWhiteSpace(context.Activity.Text))
            {
                await (isWanted ? WantedFileAsync(talk, dialog, cancellationToken) : FileAloneAsync(talk, cancellationToken));
                return;
            }

            await talk.SayAsync(isWanted ? "Return.PhotoTaken" : "Attachment", cancellationToken);
        }

        // Words on the bot's own button are nobody's mood.
        var isAnswered = dialog.ActiveDialog is { } active && dialog.FindDialog(active.Id) is ShopDialog asks && asks.IsAnswered(talk, active);
        var decision = weighing.Decide(talk, failedTurns: 0);
        talk.Memory.Policy = isAnswered ? talk.PolicyBefore : talk.Memory.Policy;
        var answerable = PromisedCalls.IsAnswerable(talk, context.Activity.Text ?? "") || OrderFollowUps.IsAnswerable(talk, dialog);
        if (decision.Kind == HandoffKind.HandOver && !answerable && !isAnswered)
        {
            await talk.HandOverAsync(decision, cancellationToken);
            return;
        }

        if (decision.Kind == HandoffKind.Offer && !answerable && !isAnswered && !BringsItsOwnWords(talk, dialog))
        {
            await SootheAsync(talk, cancellationToken);
        }

        if (!await calls.TryAsync(talk, dialog, context.Activity.Text ?? "", context.Activity.LocalTimezone, cancellationToken)
            && !await orders.TryOptionAsync(talk, dialog, cancellationToken)
            && !await Steering.TryAsync(talk, dialog, cancellationToken)
            && !await Offers.TryAnswerAsync(talk, cancellationToken)
            && !await orders.TryAsync(talk, dialog, cancellationToken))
        {
            await wishes.FollowAsync(talk, dialog, context.Activity.Text ?? "", cancellationToken);
        }
    }

    // A call that is arranged, and goods that come back: there the way out is another, and what happened is regretted in its own words.
    private static bool BringsItsOwnWords(Talk talk, DialogContext dialog) =>
        dialog.Stack.Any(running => running.Id is CallbackDialog.DialogId or ReturnDialog.DialogId) || ReturnWish.Of(talk, Wishes.Wanted(talk)) is not null;

    private static async Task WantedFileAsync(Talk talk, DialogContext dialog, CancellationToken cancellationToken)
    {
        await talk.SayAsync("Return.PhotoTaken", cancellationToken);
        await dialog.RepromptDialogAsync(cancellationToken);
    }

    // A name of a file is no wish; only a person can see what it is about.
    private static Task FileAloneAsync(Talk talk, CancellationToken cancellationToken) => talk.IsQueued
        ? talk.SayAsync("Attachment.Waiting", cancellationToken)
        : talk.OfferAsync(Offer.Person, "Attachment.Alone", cancellationToken);

    private static void Learn(Talk talk)
    {
        var entities = talk.Understood.Entities;
        var found = new (string Name, string? Value)[]
        {
            ("order_number", entities.OrderNumber),
            ("email", entities.Email),
            ("phone", entities.Phone),
        };
        foreach (var (name, value) in found.Where(f => f.Value is not null))
        {
            talk.Turn.Learn(name, value!);
        }
    }

    // Named once, with a way out; then on to what the customer came for. A complaint brings words and a way out of its own,
    // and who is arranging a call has a person coming already. A feeling nobody showed is not named.
    private static async Task SootheAsync(Talk talk, CancellationToken cancellationToken)
    {
        var key = talk.Understood.Signals[Signals.Abuse].Strength >= Signal.Clear ? "Abuse" : ShowsFeeling(talk) ? "Frustration" : "Stuck";
        if (!talk.IsQueued && !talk.Understood.Wants(Intent.Complaint) && talk.Memory.Said.GetValueOrDefault(key) == 0)
        {
            await talk.OfferAsync(Offer.Person, key, cancellationToken);
        }
    }

    private static bool ShowsFeeling(Talk talk) =>
        talk.Understood.Signals.All.Any(signal => signal.Key is not (Signals.Repeats or Signals.Loop or Signals.SeveralOrders or Signals.SeveralWishes) && signal.Value.Strength >= Signal.Clear);
}
