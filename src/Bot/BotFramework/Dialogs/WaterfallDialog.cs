using System.Text.Json;
using BotFramework.Builder;
using BotFramework.Schema;

namespace BotFramework.Dialogs;

/// <summary>One step; it prompts, begins another dialog, goes on at once, or ends.</summary>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken);

/// <summary>Steps one after another, each with the result of the one before.</summary>
public sealed class WaterfallDialog(string dialogId, params IReadOnlyList<WaterfallStep> steps) : Dialog(dialogId)
{
    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        dc.ActiveDialog!.StateOf<WaterfallState>().Options = options is null ? null : ProtocolJson.ToElement(options);
        return RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        dc.Context.Activity.Type == ActivityTypes.Message
            ? ResumeDialogAsync(dc, DialogReason.ContinueCalled, dc.Context.Activity.Text, cancellationToken)
            : Task.FromResult(EndOfTurn);

    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
        RunStepAsync(dc, dc.ActiveDialog!.StateOf<WaterfallState>().StepIndex + 1, reason, result, cancellationToken);

    private Task<DialogTurnResult> RunStepAsync(
        DialogContext dc, int index, DialogReason reason, object? result, CancellationToken cancellationToken)
    {
        if (index >= steps.Count)
        {
            return dc.EndDialogAsync(result, cancellationToken);
        }

        var state = dc.ActiveDialog!.StateOf<WaterfallState>();
        state.StepIndex = index;
        var step = new WaterfallStepContext(this, dc, state) { Index = index, Reason = reason, Result = result };
        return steps[index](step, cancellationToken);
    }
}

/// <summary>What a waterfall remembers between turns.</summary>
internal sealed class WaterfallState
{
    public int StepIndex { get; set; }

    public JsonElement? Options { get; set; }

    public Dictionary<string, JsonElement> Values { get; set; } = [];
}
