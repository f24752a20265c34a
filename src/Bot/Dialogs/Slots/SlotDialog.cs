using BotFramework.Builder;
using BotFramework.Dialogs;
using BotFramework.Schema;

namespace Warmline.Bot.Dialogs.Slots;

/// <summary>
/// A task that needs some things to be known, its slots. Every line may fill any of them, in any order, and change what was said
/// before; the next one missing is asked for; when nothing is missing, it acts. <typeparamref name="TSlots"/> is an immutable record.
/// </summary>
internal abstract class SlotDialog<TSlots>(string id, Attempts attempts) : ShopDialog(id) where TSlots : class, new()
{
    public sealed override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var state = StateOf(dc.ActiveDialog!);
        var talk = Talk.Of(dc.Context);
        state.Slots = Begin(talk, options);
        state.Slots = Take(talk, state.Slots, null) ?? state.Slots;
        return GoOnAsync(dc, talk, state, cancellationToken);
    }

    public sealed override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var (talk, state) = (Talk.Of(dc.Context), StateOf(dc.ActiveDialog!));
        if (Take(talk, state.Slots, state.Asked) is { } taken)
        {
            state.Answered(taken);
            return await GoOnAsync(dc, talk, state, cancellationToken);
        }

        state.Attempts++;
        var (unclear, values) = Unclear(talk, state.Slots, state.Asked!);
        await attempts.CheckAsync(false, state.Attempts, talk, unclear, cancellationToken, values);
        return EndOfTurn;
    }

    /// <summary>A dialog on top is over: what it found may fill a slot; else what was asked is asked again.</summary>
    public sealed override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        var (talk, state) = (Talk.Of(dc.Context), StateOf(dc.ActiveDialog!));
        if (!state.Lent)
        {
            return GoOnAsync(dc, talk, state, cancellationToken);
        }

        state.Lent = false;
        if (TakeResult(talk, state.Slots, result) is not { } taken)
        {
            return dc.EndDialogAsync(null, cancellationToken);
        }

        state.Slots = taken;
        return GoOnAsync(dc, talk, state, cancellationToken);
    }

    public sealed override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        StateOf(instance) is { Asked: { } asked } state ? AskAsync(Talk.Of(turnContext), state.Slots, asked, cancellationToken) : Task.CompletedTask;

    public sealed override bool Understands(Talk talk, DialogInstance instance) =>
        StateOf(instance) is var state && Take(talk, state.Slots, state.Asked) is not null;

    public sealed override Task<DialogTurnResult> GoBackAsync(DialogContext dialog, CancellationToken cancellationToken)
    {
        var (talk, state) = (Talk.Of(dialog.Context), StateOf(dialog.ActiveDialog!));
        state.Slots = Forget(state.Slots, state.StepBack());
        return GoOnAsync(dialog, talk, state, cancellationToken);
    }

    /// <summary>What is known already when the task begins, without what this turn's line says.</summary>
    protected abstract TSlots Begin(Talk talk, object? options);

    /// <summary>The slots with what the line gives, as an answer to <paramref name="asked"/> or of its own accord. Null: it gives nothing.</summary>
    protected abstract TSlots? Take(Talk talk, TSlots slots, string? asked);

    /// <summary>The slot to ask for next; null when everything is known.</summary>
    protected abstract string? Missing(TSlots slots);

    protected abstract Task AskAsync(Talk talk, TSlots slots, string slot, CancellationToken cancellationToken);

    /// <summary>The sentence for an answer that can't be read.</summary>
    protected abstract (string Key, (string Name, object? Value)[] Values) Unclear(Talk talk, TSlots slots, string slot);

    protected abstract TSlots Forget(TSlots slots, string slot);

    /// <summary>Everything is known: does it. Then the task is over, or something is to be asked (anew).</summary>
    protected abstract Task<Acted<TSlots>> ActAsync(Talk talk, TSlots slots, CancellationToken cancellationToken);

    /// <summary>The dialog that finds this slot, instead of a question.</summary>
    protected virtual string? FinderOf(string slot) => null;

    /// <summary>What a finder found. Null: it found nothing, and the task is over.</summary>
    protected virtual TSlots? TakeResult(Talk talk, TSlots slots, object? result) => null;

    private async Task<DialogTurnResult> GoOnAsync(DialogContext dc, Talk talk, SlotState<TSlots> state, CancellationToken cancellationToken)
    {
        string? missing;
        while ((missing = Missing(state.Slots)) is null)
        {
            var acted = await ActAsync(talk, state.Slots, cancellationToken);
            if (acted.Left is not { } left)
            {
                return await dc.EndDialogAsync(acted.Result, cancellationToken);
            }

            state.Slots = left;
        }

        if (FinderOf(missing) is { } finder)
        {
            state.Lent = true;
            return await dc.BeginDialogAsync(finder, Id, cancellationToken);
        }

        state.Ask(missing);
        await AskAsync(talk, state.Slots, missing, cancellationToken);
        return EndOfTurn;
    }

    private static SlotState<TSlots> StateOf(DialogInstance instance) => instance.StateOf<SlotState<TSlots>>();
}

/// <summary>What came of acting: over, with a result for the dialog below if there is one; or <paramref name="Left"/>, where something is missing.</summary>
internal readonly record struct Acted<TSlots>(TSlots? Left, object? Result = null) where TSlots : class
{
    public static Acted<TSlots> Over(object? result = null) => new(null, result);

    public static implicit operator Acted<TSlots>(TSlots left) => new(left);
}

/// <summary>What a task remembers between turns.</summary>
internal sealed class SlotState<TSlots> where TSlots : class, new()
{
    public TSlots Slots { get; set; } = new();

    /// <summary>What was asked for, oldest first; the last is not answered yet.</summary>
    public List<string> Questions { get; set; } = [];

    public int Attempts { get; set; }

    /// <summary>A dialog on top looks for what is missing.</summary>
    public bool Lent { get; set; }

    public string? Asked => Questions is [.., var last] ? last : null;

    public void Answered(TSlots slots) => (Slots, Attempts) = (slots, 0);

    public void Ask(string slot)
    {
        if (Asked != slot)
        {
            Questions.Add(slot);
        }
    }

    /// <summary>The question before the open one; the open one itself when it was the first.</summary>
    public string StepBack()
    {
        if (Questions.Count > 1)
        {
            Questions.RemoveAt(Questions.Count - 1);
        }

        return Questions[^1];
    }
}
