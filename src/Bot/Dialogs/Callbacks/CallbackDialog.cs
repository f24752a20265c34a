using BotFramework.Builder;
using BotFramework.Dialogs;
using BotFramework.Schema;
using Warmline.Bot.Understanding;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs.Callbacks;

/// <summary>Call me back: number, time and topic in the customer's words, a summary to say yes to, then the record. What is known is not asked.</summary>
internal sealed class CallbackDialog : ComponentDialog
{
    public const string DialogId = "callback";
    private const string Steps = "steps";
    private const string Phone = "phone";
    private const string Words = "words";
    private const string Sure = "sure";
    private const string Which = "which";
    private const string PhoneExample = "+48 600 700 800";
    private const int LongestWhen = 200;
    private const int LongestTopic = 1000;

    private readonly Attempts _attempts;

    public CallbackDialog(Attempts attempts) : base(DialogId)
    {
        _attempts = attempts;
        AddDialog(new WaterfallDialog(Steps, AskPhoneAsync, AskWhenAsync, AskTopicAsync, SumUpAsync, StoreAsync, CorrectAsync));
        AddDialog(new TextPrompt(Phone, IsPhoneAsync));
        AddDialog(new TextPrompt(Words));
        AddDialog(new ConfirmPrompt(Sure, Answers));
        AddDialog(new ChoicePrompt(Which));
    }

    private static async Task<DialogTurnResult> AskPhoneAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(step.Context);
        var slots = step.GetOptions<CallbackSlots>() ?? new CallbackSlots(null, null, null, Anew: false);
        var phone = slots.Phone ?? (slots.Anew ? null : talk.Understood.Entities.Phone ?? talk.Turn.FactOf(Phone));
        var when = slots.When ?? (slots.Anew ? null : Short(talk.Understood.Entities.WhenWords, LongestWhen));
        step.Values.Set("slots", slots with { Phone = phone, When = when });
        if (phone is not null)
        {
            return await step.NextAsync(null, cancellationToken);
        }

        await talk.TellPrivacyOnceAsync(cancellationToken);
        return await AskAsync(step, Phone, "Callback.AskPhone", cancellationToken);
    }

    private static Task<DialogTurnResult> AskWhenAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(step.Context);
        var entities = talk.Understood.Entities;
        var slots = SlotsOf(step) with { Phone = SlotsOf(step).Phone ?? entities.Phone ?? talk.Turn.FactOf(Phone) };
        slots = slots with { When = slots.When ?? (step.Result is null ? null : Short(entities.WhenWords, LongestWhen)) };
        step.Values.Set("slots", slots);
        return slots.When is not null
            ? step.NextAsync(null, cancellationToken)
            : AskAsync(step, Words, "Callback.AskWhen", cancellationToken, "Quick.AnyTime");
    }

    private static Task<DialogTurnResult> AskTopicAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var slots = SlotsOf(step) with { When = SlotsOf(step).When ?? Short(step.Result, LongestWhen) };
        step.Values.Set("slots", slots);
        return slots.Topic is not null
            ? step.NextAsync(null, cancellationToken)
            : AskAsync(step, Words, "Callback.AskTopic", cancellationToken);
    }

    private static Task<DialogTurnResult> SumUpAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(step.Context);
        var slots = SlotsOf(step) with { Topic = SlotsOf(step).Topic ?? Short(step.Result, LongestTopic) };
        step.Values.Set("slots", slots);
        talk.Memory.Offer = Offer.None;
        var summary = talk.Text("Callback.Confirm", ("phone", slots.Phone), ("when", slots.When), ("topic", slots.Topic));
        var question = new PromptOptions { Prompt = MessageFactory.Text(summary), RetryPrompt = MessageFactory.Text(talk.Text("YesOrNo")) };
        return step.PromptAsync(Sure, question, cancellationToken);
    }

    private static Task<DialogTurnResult> StoreAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(step.Context);
        if (step.Result is not true)
        {
            var choices = new[] { "Callback.Number", "Callback.Time", "Callback.Topic" }.Select(key => new Choice(key, talk.Label(key)));
            var question = new PromptOptions { Prompt = MessageFactory.Text(talk.Text("Callback.Change")), Choices = [.. choices] };
            return step.PromptAsync(Which, question, cancellationToken);
        }

        var slots = SlotsOf(step);
        talk.Turn.Make(new Move.ScheduleCallback(slots.Phone!, slots.When!, slots.Topic!));
        return step.EndDialogAsync(null, cancellationToken);
    }

    private static Task<DialogTurnResult> CorrectAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var slots = SlotsOf(step) with { Anew = true };
        var kept = (step.Result as FoundChoice)?.Value switch
        {
            "Callback.Number" => slots with { Phone = null },
            "Callback.Time" => slots with { When = null },
            _ => slots with { Topic = null },
        };
        return step.ReplaceDialogAsync(Steps, kept, cancellationToken);
    }

    private static Task<DialogTurnResult> AskAsync(
        WaterfallStepContext step, string prompt, string key, CancellationToken cancellationToken, string? button = null)
    {
        var talk = Talk.Of(step.Context);
        var question = button is null
            ? MessageFactory.Text(talk.Text(key))
            : MessageFactory.SuggestedActions([talk.Label(button)], talk.Text(key));
        return step.PromptAsync(prompt, new PromptOptions { Prompt = question }, cancellationToken);
    }

    private static CallbackSlots SlotsOf(WaterfallStepContext step) => step.Values.Get<CallbackSlots>("slots")!;

    private static string? Short(object? words, int longest) => words is string text ? text[..Math.Min(text.Length, longest)] : null;

    private Task<bool> IsPhoneAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(prompt.Context);
        var given = talk.Understood.Entities.Phones.Count > 0;
        return _attempts.CheckAsync(given, prompt.AttemptCount, talk, "Callback.PhoneInvalid", cancellationToken, ("example", PhoneExample));
    }

    private static ConfirmChoices Answers(ITurnContext context)
    {
        var talk = Talk.Of(context);
        return new ConfirmChoices(talk.Label("Quick.Yes"), talk.Label("Quick.No"), _ => talk.Understood.Top.Intent switch
        {
            Intent.Yes => true,
            Intent.No => false,
            _ => null,
        });
    }
}

/// <summary>What is known of a callback so far. Anew: a correction, so that only what is here counts.</summary>
internal sealed record CallbackSlots(string? Phone, string? When, string? Topic, bool Anew);
