using BotFramework.Dialogs;
using BotFramework.Schema;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>Where is my order: number, e-mail as the proof, then the answer. What is known already is not asked.</summary>
internal sealed class OrderDialog : ComponentDialog
{
    public const string DialogId = "order";
    private const string Steps = "steps";
    private const string Number = "number";
    private const string Email = "email";
    private const int MostOrdersAtOnce = 3;
    private const string Example = "W1234567";
    private readonly OrderAnswer _answer;
    private readonly Attempts _attempts;

    public OrderDialog(OrderAnswer answer, Attempts attempts) : base(DialogId)
    {
        _attempts = attempts;
        _answer = answer;
        AddDialog(new WaterfallDialog(Steps, AskNumberAsync, AskEmailAsync, LookUpAsync));
        AddDialog(new TextPrompt(Number, IsNumberAsync));
        AddDialog(new TextPrompt(Email, IsEmailAsync));
    }

    private static async Task<DialogTurnResult> AskNumberAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(step.Context);
        var begin = step.GetOptions<Begin>() ?? new Begin(Anew: false);
        step.Values.Set("anew", begin.Anew);
        if (!begin.Anew && (Numbers(talk) is { Count: > 0 } || talk.Turn.FactOf("order_number") is not null))
        {
            return await step.NextAsync(null, cancellationToken);
        }

        // After a refusal the data is given already: the notice would come too late and between the lines.
        await (begin.Words is null ? talk.TellPrivacyOnceAsync(cancellationToken) : Task.CompletedTask);
        return await step.PromptAsync(Number, Ask(talk, begin.Words ?? talk.Text("Order.AskNumber", ("example", Example))), cancellationToken);
    }

    private static async Task<DialogTurnResult> AskEmailAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(step.Context);
        step.Values.Set("numbers", Asked(talk, step.Result as string));
        var given = talk.Understood.Entities.Emails.Count > 0;
        if (given || (!step.Values.Get<bool>("anew") && talk.Turn.FactOf("email") is not null))
        {
            return await step.NextAsync(null, cancellationToken);
        }

        await talk.TellPrivacyOnceAsync(cancellationToken);
        var number = step.Values.Get<List<string>>("numbers")![0];
        return await step.PromptAsync(Email, Ask(talk, talk.Text("Order.AskEmail", ("order", number))), cancellationToken);
    }

    private async Task<DialogTurnResult> LookUpAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(step.Context);
        var numbers = step.Values.Get<List<string>>("numbers")!;
        var email = talk.Understood.Entities.Email ?? talk.Turn.FactOf("email")!;
        var allFound = await _answer.GiveAsync(talk, numbers, email, cancellationToken);
        return allFound
            ? await step.EndDialogAsync(null, cancellationToken)
            : await step.ReplaceDialogAsync(Steps, new Begin(Anew: true, talk.Text("Order.NotFound")), cancellationToken);
    }

    // A lone e-mail address corrects the one given before; the number stays.
    private static List<string> Asked(Talk talk, string? answer)
    {
        if (Numbers(talk) is { Count: > 0 } named)
        {
            return named;
        }

        var known = talk.Turn.FactOf("order_number");
        var number = answer is null || (known is not null && !BareNumber.Is(answer)) ? known! : answer.Trim();
        talk.Turn.Learn("order_number", number);
        return [number];
    }

    private static List<string> Numbers(Talk talk) => [.. talk.Understood.Entities.OrderNumbers.Take(MostOrdersAtOnce)];

    private static PromptOptions Ask(Talk talk, string words) =>
        new() { Prompt = MessageFactory.SuggestedActions([talk.Label("Quick.Cancel")], words) };

    private Task<bool> IsNumberAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(prompt.Context);
        var corrects = talk.Understood.Entities.Emails.Count > 0 && talk.Turn.FactOf("order_number") is not null;
        var given = corrects || talk.Understood.Entities.OrderNumbers.Count > 0 || BareNumber.Is(prompt.Recognized.Value);
        return _attempts.CheckAsync(given, prompt.AttemptCount, talk, "Order.NumberUnclear", cancellationToken, ("example", Example));
    }

    private Task<bool> IsEmailAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(prompt.Context);
        var given = talk.Understood.Entities.Emails.Count > 0;
        return _attempts.CheckAsync(given, prompt.AttemptCount, talk, "Order.EmailUnclear", cancellationToken);
    }
}
