using BotFramework.Builder;

namespace BotFramework.Dialogs;

/// <summary>A dialog made of dialogs, with a stack of its own inside.</summary>
public abstract class ComponentDialog(string dialogId) : Dialog(dialogId)
{
    private readonly DialogSet _dialogs = new();

    /// <summary>Begun when the component begins: the first added, unless set.</summary>
    public string? InitialDialogId { get; set; }

    public ComponentDialog AddDialog(Dialog dialog)
    {
        _dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var result = await OnBeginDialogAsync(Inner(dc), options, cancellationToken);
        return await PassOnAsync(dc, result, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var result = await OnContinueDialogAsync(Inner(dc), cancellationToken);
        return await PassOnAsync(dc, result, cancellationToken);
    }

    /// <summary>Something put on top of the component is over: ask again and wait.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        Inner(turnContext, instance, null).RepromptDialogAsync(cancellationToken);

    public override async Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        if (reason == DialogReason.CancelCalled)
        {
            await Inner(turnContext, instance, null).CancelAllDialogsAsync(cancellationToken);
        }

        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken);
    }

    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object? options, CancellationToken cancellationToken) =>
        innerDc.BeginDialogAsync(
            InitialDialogId ?? throw new InvalidOperationException($"Component '{Id}' has no dialogs."), options, cancellationToken);

    /// <summary>The place to look for an interruption before the inner dialog gets the turn.</summary>
    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
        innerDc.ContinueDialogAsync(cancellationToken);

    protected virtual Task OnEndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    private static Task<DialogTurnResult> PassOnAsync(DialogContext dc, DialogTurnResult inner, CancellationToken cancellationToken) =>
        inner.Status switch
        {
            DialogTurnStatus.Waiting => Task.FromResult(EndOfTurn),
            DialogTurnStatus.Cancelled => dc.CancelAllDialogsAsync(cancellationToken),
            _ => dc.EndDialogAsync(inner.Result, cancellationToken),
        };

    private DialogContext Inner(DialogContext dc) => Inner(dc.Context, dc.ActiveDialog!, dc);

    private DialogContext Inner(ITurnContext turnContext, DialogInstance instance, DialogContext? parent) =>
        new(_dialogs, turnContext, instance.StateOf<DialogState>(), parent);
}
