using BotFramework.Dialogs;
using Warmline.Bot.Dialogs.Callbacks;
using Warmline.Bot.Dialogs.Changes;
using Warmline.Bot.Dialogs.Orders;
using Warmline.Bot.Dialogs.Returns;
using Warmline.Bot.Dialogs.Slots;
using Warmline.Bot.Understanding;
using Warmline.Handoff.Policy;

namespace Warmline.Bot.Dialogs;

/// <summary>What the customer wants: goes on with what runs, begins what is wished for, asks back once, then offers a person.</summary>
internal sealed class Wishes(ShopKnowledgeAnswers knowledge, Weighing weighing, ChangeWishes changes)
{
    /// <summary>What the articles answer.</summary>
    public static readonly IReadOnlyList<Intent> Questions = [Intent.ReturnPolicy, Intent.Delivery, Intent.Payment, Intent.ProductQuestion];

    /// <summary>What the line surely wants, best first.</summary>
    public static List<Intent> Wanted(Talk talk) => Wanted(talk.Understood);

    /// <summary>The same of lines that nobody has a talk about.</summary>
    public static List<Intent> Wanted(Understood understood) =>
        understood.Intents.Where(i => i.Intent is not (Intent.Other or Intent.Inform) && i.Confidence >= IntentScore.Sure).Select(i => i.Intent).ToList();

    public async Task FollowAsync(Talk talk, DialogContext dialog, string text, CancellationToken cancellationToken)
    {
        var wanted = Wanted(talk);
        if (dialog.ActiveDialog is { } active && !Interrupts(talk, dialog, active, wanted))
        {
            await dialog.ContinueDialogAsync(cancellationToken);
            return;
        }

        var failed = talk.Memory.FailedTurns;
        if (!await BeginAsync(talk, dialog, wanted, text, cancellationToken))
        {
            await NotUnderstoodAsync(talk, cancellationToken);
        }
        else if (talk.Memory.FailedTurns == failed)
        {
            talk.Memory.FailedTurns = 0;
        }
    }

    // Free words are the answer where free words were asked for; elsewhere another wish is followed first, if the line gives nothing else.
    private static bool Interrupts(Talk talk, DialogContext dialog, DialogInstance active, List<Intent> wanted) =>
        dialog.FindDialog(active.Id) is ShopDialog running
        && !running.Understands(talk, active)
        && (wanted.Intersect(Questions).Any() || ChangeWishes.Interrupt(talk, dialog, wanted) || (wanted.Contains(Intent.Callback) && active.Id != CallbackDialog.DialogId));

    private async Task<bool> BeginAsync(Talk talk, DialogContext dialog, List<Intent> wanted, string text, CancellationToken cancellationToken)
    {
        if (ReturnWish.Of(talk, wanted) is { } comesBack)
        {
            await ReturnAsync(dialog, comesBack, cancellationToken);
            return true;
        }

        var begins = wanted.Contains(Intent.Callback) ? CallbackDialog.DialogId
            : wanted.Contains(Intent.OrderStatus) || NamesOnlyAnOrder(talk, wanted) ? OrderStatusDialog.DialogId
            : null;
        var questions = wanted.Intersect(Questions).ToList();
        if (await changes.TryAsync(talk, dialog, wanted, cancellationToken))
        {
            return true;
        }

        if (questions.Count > 0
            && !await knowledge.AnswerAsync(talk, questions[0], text, asksWhetherItHelped: begins is null && dialog.ActiveDialog is null, cancellationToken))
        {
            await ReturnAsync(dialog, new ReturnBegin(ReturnStage.Asking), cancellationToken);
            return true;
        }

        if (begins is not null && dialog.Stack.All(running => running.Id != begins))
        {
            await dialog.BeginDialogAsync(begins, null, cancellationToken);
            return true;
        }

        if (questions.Count > 0)
        {
            await dialog.RepromptDialogAsync(cancellationToken);
            return true;
        }

        return await SmallAsync(talk, wanted, cancellationToken) || await knowledge.TryAnswerAsync(talk, text, cancellationToken);
    }

    // "No, I meant order W123": nothing but the order is said.
    private static bool NamesOnlyAnOrder(Talk talk, List<Intent> wanted) => FindOrder.IsNamed(talk) && wanted.All(intent =>
        intent is Intent.Yes or Intent.No or Intent.Greeting or Intent.Back || (intent is Intent.CancelOrChangeOrder or Intent.Complaint && ChangeWishes.IsOnlyAnother(talk)));

    // Who wants to return something no longer asks where it is.
    private static async Task ReturnAsync(DialogContext dialog, ReturnBegin wish, CancellationToken cancellationToken)
    {
        if (dialog.Stack.Any(running => running.Id == ReturnDialog.DialogId))
        {
            await dialog.RepromptDialogAsync(cancellationToken);
            return;
        }

        if (dialog.Stack.All(running => running.Id is FindOrder.DialogId or OrderStatusDialog.DialogId))
        {
            await dialog.CancelAllDialogsAsync(cancellationToken);
        }

        await dialog.BeginDialogAsync(ReturnDialog.DialogId, wish, cancellationToken);
    }

    private static async Task<bool> SmallAsync(Talk talk, List<Intent> wanted, CancellationToken cancellationToken)
    {
        switch (wanted.FirstOrDefault())
        {
            case Intent.Complaint:
                await talk.OfferAsync(Offer.Person, "Complaint.NeedsPerson", cancellationToken);
                return true;
            case Intent.Greeting:
                await Welcome.GreetAsync(talk, cancellationToken);
                return true;
            case Intent.BotOrHuman:
                await (talk.IsQueued
                    ? talk.SayAsync("AmIBot", cancellationToken)
                    : talk.OfferAsync(Offer.Person, "AmIBot", cancellationToken));
                return true;
            case Intent.Thanks:
                await talk.SayAsync("Thanks", cancellationToken);
                return true;
            default:
                return false;
        }
    }

    private Task NotUnderstoodAsync(Talk talk, CancellationToken cancellationToken)
    {
        if (talk.IsQueued)
        {
            return talk.StillWaitingAsync(cancellationToken);
        }

        talk.Memory.FailedTurns++;
        if (talk.OffersPerson)
        {
            return Task.CompletedTask;
        }

        var decision = weighing.Decide(talk, talk.Memory.FailedTurns);
        return decision.Kind switch
        {
            HandoffKind.Stay or HandoffKind.Clarify => Clarifying.AskAsync(talk, cancellationToken),
            HandoffKind.Offer => talk.OfferAsync(Offer.Person, "Clarify.OfferPerson", cancellationToken),
            HandoffKind.HandOver => talk.HandOverAsync(decision, cancellationToken),
            _ => throw new InvalidOperationException($"Unknown decision {decision.Kind}."),
        };
    }
}
