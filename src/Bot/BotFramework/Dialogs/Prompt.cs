using BotFramework.Builder;
using BotFramework.Schema;

namespace BotFramework.Dialogs;

/// <summary>What a prompt asks. It is kept with the dialog until the answer comes.</summary>
public sealed class PromptOptions
{
    public Activity? Prompt { get; set; }

    /// <summary>Said instead of <see cref="Prompt"/> when the answer was not understood.</summary>
    public Activity? RetryPrompt { get; set; }

    /// <summary>For a <see cref="ChoicePrompt"/>.</summary>
    public IList<Choice>? Choices { get; set; }
}

/// <summary>Whether an answer was understood, and as what.</summary>
public sealed record PromptRecognizerResult<T>(bool Succeeded, T? Value = default);

/// <summary>Decides whether an answer will do. It may say something itself; the prompt then doesn't ask again on top.</summary>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);

/// <summary>What a validator sees. Attempts count from 1.</summary>
public sealed record PromptValidatorContext<T>(
    ITurnContext Context, PromptRecognizerResult<T> Recognized, PromptOptions Options, int AttemptCount);

/// <summary>Asks until the answer is understood and valid, and ends with it.</summary>
public abstract class Prompt<T>(string dialogId, PromptValidator<T>? validator = null) : Dialog(dialogId)
{
    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var state = dc.ActiveDialog!.StateOf<PromptState>();
        state.Options = options as PromptOptions
            ?? throw new ArgumentException($"Prompt '{Id}' is begun with {nameof(PromptOptions)}.", nameof(options));
        await OnPromptAsync(dc.Context, state.Options, isRetry: false, cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var state = dc.ActiveDialog!.StateOf<PromptState>();
        state.AttemptCount++;
        var recognized = Recognize(dc.Context, state.Options);
        var respondedBefore = dc.Context.Responded;
        if (await IsValidAsync(dc.Context, recognized, state, cancellationToken))
        {
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);
        }

        if (respondedBefore || !dc.Context.Responded)
        {
            await OnPromptAsync(dc.Context, state.Options, isRetry: true, cancellationToken);
        }

        return EndOfTurn;
    }

    /// <summary>An interruption is over: ask again and wait.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        OnPromptAsync(turnContext, instance.StateOf<PromptState>().Options, isRetry: false, cancellationToken);

    protected abstract PromptRecognizerResult<T> Recognize(ITurnContext turnContext, PromptOptions options);

    /// <summary>Completes the question before it is said, for instance with buttons. The activity is the prompt's own copy.</summary>
    protected virtual void Dress(Activity prompt, ITurnContext turnContext, PromptOptions options)
    {
    }

    private Task<bool> IsValidAsync(
        ITurnContext turnContext, PromptRecognizerResult<T> recognized, PromptState state, CancellationToken cancellationToken) =>
        validator is null
            ? Task.FromResult(recognized.Succeeded)
            : validator(
                new PromptValidatorContext<T>(turnContext, recognized, state.Options, state.AttemptCount), cancellationToken);

    private async Task OnPromptAsync(
        ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        if (((isRetry ? options.RetryPrompt : null) ?? options.Prompt) is { } wanted)
        {
            var prompt = wanted.Clone();
            prompt.InputHint = InputHints.ExpectingInput;
            Dress(prompt, turnContext, options);
            await turnContext.SendActivityAsync(prompt, cancellationToken);
        }
    }
}

/// <summary>What a prompt remembers between turns.</summary>
internal sealed class PromptState
{
    public PromptOptions Options { get; set; } = new();

    public int AttemptCount { get; set; }
}
