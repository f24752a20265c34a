using BotFramework.Builder;
using BotFramework.Schema;

namespace BotFramework.Dialogs;

/// <summary>Asks for words; anything but silence will do unless the validator says otherwise.</summary>
public sealed class TextPrompt(string dialogId, PromptValidator<string>? validator = null) : Prompt<string>(dialogId, validator)
{
    protected override PromptRecognizerResult<string> Recognize(ITurnContext turnContext, PromptOptions options) =>
        turnContext.Activity.Text?.Trim() is { Length: > 0 } text ? new(true, text) : new(false);
}

/// <summary>
/// Yes and no in the customer's language: what the buttons say, and, where the host knows more ways to say it, how to tell.
/// </summary>
public sealed record ConfirmChoices(string Yes, string No, Func<string, bool?>? Recognize = null);

/// <summary>Asks for yes or no. The host gives the words for the turn's language.</summary>
public sealed class ConfirmPrompt(
    string dialogId, Func<ITurnContext, ConfirmChoices> choices, PromptValidator<bool>? validator = null)
    : Prompt<bool>(dialogId, validator)
{
    protected override PromptRecognizerResult<bool> Recognize(ITurnContext turnContext, PromptOptions options)
    {
        var words = choices(turnContext);
        var text = Spoken.Bare(turnContext.Activity.Text);
        var answer = Spoken.Same(text, words.Yes) ? true
            : Spoken.Same(text, words.No) ? false
            : words.Recognize?.Invoke(text);
        return new(answer is not null, answer ?? false);
    }

    protected override void Dress(Activity prompt, ITurnContext turnContext, PromptOptions options)
    {
        var words = choices(turnContext);
        prompt.SuggestedActions ??= new SuggestedActions { Actions = [CardAction.ImBack(words.Yes), CardAction.ImBack(words.No)] };
    }
}
