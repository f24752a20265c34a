using BotFramework.Builder;
using BotFramework.Schema;

namespace BotFramework.Dialogs;

/// <summary>One of several: a stable value, the label a customer sees, and other words for it.</summary>
public sealed record Choice(string Value, string? Label = null, IReadOnlyList<string>? Synonyms = null)
{
    internal string Shown => Label ?? Value;
}

/// <summary>The choice made.</summary>
public sealed record FoundChoice(string Value, int Index);

/// <summary>Asks for one of <see cref="PromptOptions.Choices"/>: by label, value, synonym or number, else as the host tells.</summary>
public sealed class ChoicePrompt(
    string dialogId,
    PromptValidator<FoundChoice>? validator = null,
    Func<string, IReadOnlyList<Choice>, int?>? recognizer = null)
    : Prompt<FoundChoice>(dialogId, validator)
{
    protected override PromptRecognizerResult<FoundChoice> Recognize(ITurnContext turnContext, PromptOptions options)
    {
        var choices = (options.Choices ?? []).ToList();
        var text = Spoken.Bare(turnContext.Activity.Text);
        var index = choices.FindIndex(choice => Means(choice, text));
        if (index < 0 && Spoken.Number(text) is { } number)
        {
            index = number - 1;
        }

        if (index < 0)
        {
            index = recognizer?.Invoke(text, choices) ?? -1;
        }

        return index >= 0 && index < choices.Count ? new(true, new FoundChoice(choices[index].Value, index)) : new(false);
    }

    protected override void Dress(Activity prompt, ITurnContext turnContext, PromptOptions options) =>
        prompt.SuggestedActions ??= new SuggestedActions
        {
            Actions = [.. (options.Choices ?? []).Select(choice => CardAction.ImBack(choice.Shown))],
        };

    private static bool Means(Choice choice, string text) =>
        Spoken.Same(text, choice.Shown)
        || Spoken.Same(text, choice.Value)
        || (choice.Synonyms ?? []).Any(word => Spoken.Same(text, word));
}
