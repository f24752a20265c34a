using BotFramework.Builder;
using BotFramework.Dialogs;
using BotFramework.Schema;
using Warmline.TestSupport;

namespace BotFramework.Tests;

/// <summary>Dialogs through the adapter; the adapter keeps JSON only, so every turn is a round trip.</summary>
public sealed class DialogTests
{
    private static readonly ConfirmChoices Polish = new("Tak", "Nie", text => text == "no pewnie" ? true : null);

    [Fact]
    public Task A_waterfall_remembers_its_options_and_values_over_turns() => Run(
        new WaterfallDialog(
            "root",
            (step, token) => step.BeginDialogAsync("return", new ReturnOptions("A-7", 2), token)),
        new WaterfallDialog(
            "return",
            (step, token) => step.PromptAsync("text", Ask("Why?"), token),
            (step, token) =>
            {
                step.Values.Set("reason", (string)step.Result!);
                step.Values.Set("lines", new[] { 1, 2 });
                return step.PromptAsync("text", Ask("Anything else?"), token);
            },
            async (step, token) =>
            {
                var options = step.GetOptions<ReturnOptions>()!;
                await step.Context.SendActivityAsync(
                    $"{options.Order} x{options.Count}: {step.Values.Get<string>("reason")}, {step.Result}, {step.Values.Get<int[]>("lines")!.Length}",
                    cancellationToken: token);
                return await step.EndDialogAsync("done", token);
            }))
        .Test("hi", "Why?")
        .Test("za duże", "Anything else?")
        .Test("no", "A-7 x2: za duże, no, 2")
        .AssertNoReply()
        .StartTestAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task A_step_that_goes_on_at_once_and_one_that_ends_a_child_keep_the_order() => Run(
        new WaterfallDialog(
            "root",
            (step, token) =>
            {
                step.Values.Set("seen", "first");
                return step.BeginDialogAsync("quick", null, token);
            },
            (step, token) => step.NextAsync($"{step.Values.Get<string>("seen")}+{step.Result}", token),
            async (step, token) =>
            {
                await step.Context.SendActivityAsync((string)step.Result!, cancellationToken: token);
                return Dialog.EndOfTurn;
            },
            (step, token) => step.PromptAsync("text", Ask($"You said {step.Result}."), token)),
        new WaterfallDialog("quick", (step, token) => step.EndDialogAsync("child", token)))
        .Test("hi", "first+child")
        .Test("more", "You said more.")
        .StartTestAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task A_prompt_asks_again_in_its_own_words_and_counts_attempts() => Run(
        new WaterfallDialog(
            "root",
            (step, token) => step.PromptAsync("number", Ask("Order number?", "Five digits, please."), token),
            async (step, token) =>
            {
                await step.Context.SendActivityAsync($"Got {step.Result ?? "nothing"}", cancellationToken: token);
                return await step.EndDialogAsync(null, token);
            }),
        new TextPrompt("number", (prompt, _) => Task.FromResult(prompt.AttemptCount == 3 || prompt.Recognized.Value?.Length == 5)))
        .Test("hi", "Order number?")
        .Test("12", "Five digits, please.")
        .Send(new Activity { Type = ActivityTypes.Typing }).AssertNoReply()
        .Test("13", "Five digits, please.")
        .Test("14", "Got 14")
        .StartTestAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task A_validator_that_explains_is_not_followed_by_the_retry() => Run(
        new WaterfallDialog("root", (step, token) => step.PromptAsync("number", Ask("Order number?", "Again?"), token)),
        new TextPrompt("number", async (prompt, token) =>
        {
            await prompt.Context.SendActivityAsync("It is on the invoice.", cancellationToken: token);
            return false;
        }))
        .Test("hi", "Order number?")
        .Test("?", "It is on the invoice.").AssertNoReply()
        .StartTestAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("tak.", "True")]
    [InlineData("NIE", "False")]
    [InlineData("no pewnie", "True")]
    public Task Yes_and_no_are_understood_in_the_words_the_host_gives(string answer, string outcome) => Run(
        new WaterfallDialog(
            "root",
            (step, token) => step.PromptAsync("confirm", Ask("Na pewno?"), token),
            (step, token) => step.PromptAsync("text", Ask($"{step.Result}"), token)),
        new ConfirmPrompt("confirm", _ => Polish))
        .Send("hej").AssertReply(asked => Assert.Equal(
            ["Tak", "Nie"], asked.SuggestedActions!.Actions.Select(action => action.Value!.Value.GetString())))
        .Test("może", "Na pewno?")
        .Test(answer, outcome)
        .StartTestAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("Zwrot", "return/0")]
    [InlineData("return", "return/0")]
    [InlineData("oddać", "return/0")]
    [InlineData("۲", "order/1")]
    [InlineData("gdzie paczka", "order/1")]
    public Task A_choice_is_found_by_label_value_synonym_number_and_host(string answer, string outcome) => Run(
        new WaterfallDialog(
            "root",
            (step, token) => step.PromptAsync("choice", Choices(), token),
            (step, token) => step.PromptAsync(
                "text", Ask($"{((FoundChoice)step.Result!).Value}/{((FoundChoice)step.Result!).Index}"), token)),
        new ChoicePrompt("choice", recognizer: (text, _) => text.Contains("paczka", StringComparison.Ordinal) ? 1 : null))
        .Test("hej", "W czym pomóc?")
        .Test("3", "W czym pomóc?")
        .Test(answer, outcome)
        .StartTestAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task An_interruption_inside_a_component_asks_again_or_drops_everything()
    {
        var component = new Asking("root");
        component.AddDialog(new WaterfallDialog(
            "steps",
            (step, token) => step.PromptAsync("text", Ask("E-mail?"), token),
            (step, token) => step.EndDialogAsync(step.Result, token)));
        component.AddDialog(new TextPrompt("text"));
        return Run(component)
            .Test("hi", "E-mail?")
            .Send("help").AssertReply("I look orders up.").AssertReply("E-mail?")
            .Send("stop").AssertReply("status Cancelled")
            .Test("hi again", "E-mail?")
            .Send("a@b.pl").AssertReply("status Complete a@b.pl")
            .StartTestAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Replacing_a_dialog_keeps_the_one_below_waiting_for_it()
    {
        await Run(
            new WaterfallDialog(
                "root",
                (step, token) => step.BeginDialogAsync("one", null, token),
                (step, token) => step.PromptAsync("text", Ask($"root got {step.Result}"), token)),
            new WaterfallDialog("one", (step, token) => step.ReplaceDialogAsync("two", "x", token)),
            new WaterfallDialog("two", (step, token) => step.EndDialogAsync(step.GetOptions<string>() + "2", token)))
            .Test("hi", "root got x2")
            .StartTestAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_dialog_that_a_new_release_no_longer_has_does_not_trap_the_customer()
    {
        var (state, accessor) = State();
        var adapter = new TestAdapter(state);
        Dialog old = new Asking("root").AddDialog(new TextPrompt("gone"));
        old = ((Asking)old).AddDialog(new WaterfallDialog("steps", (step, token) => step.PromptAsync("gone", Ask("?"), token)));
        ((Asking)old).InitialDialogId = "steps";
        await adapter.ProcessAsync(
            adapter.Message("hi"), (turn, token) => old.RunAsync(turn, accessor, token), TestContext.Current.CancellationToken);

        var renewed = new Asking("root").AddDialog(new WaterfallDialog("steps", (_, _) => Task.FromResult(Dialog.EndOfTurn)));
        var status = DialogTurnStatus.Empty;
        await adapter.ProcessAsync(
            adapter.Message("hi"),
            async (turn, token) => status = (await renewed.RunAsync(turn, accessor, token)).Status,
            TestContext.Current.CancellationToken);

        Assert.Equal(DialogTurnStatus.Cancelled, status);
    }

    [Fact]
    public Task Going_on_twice_from_one_step_is_refused() => Run(
        new WaterfallDialog(
            "root",
            async (step, token) =>
            {
                await step.NextAsync(null, token);
                await Assert.ThrowsAsync<InvalidOperationException>(() => step.NextAsync(null, token));
                return Dialog.EndOfTurn;
            },
            (step, token) => step.PromptAsync("text", Ask("once"), token)))
        .Test("hi", "once").AssertNoReply()
        .StartTestAsync(TestContext.Current.CancellationToken);

    private static TestFlow Run(Dialog root, params Dialog[] others)
    {
        var (state, accessor) = State();
        return new TestFlow(new TestAdapter(state), async (turn, token) =>
        {
            var dialogs = new DialogSet(accessor).Add(root);
            foreach (var dialog in others.Append(new TextPrompt("text")))
            {
                dialogs.Add(dialog);
            }

            var dc = await dialogs.CreateContextAsync(turn, token);
            var result = await dc.ContinueDialogAsync(token);
            if (result.Status == DialogTurnStatus.Empty)
            {
                result = await dc.BeginDialogAsync(root.Id, null, token);
            }

            if (root is Asking && result.Status != DialogTurnStatus.Waiting)
            {
                await turn.SendActivityAsync($"status {result.Status} {result.Result}".Trim(), cancellationToken: token);
            }
        });
    }

    private static (ConversationState State, IStatePropertyAccessor<DialogState> Accessor) State()
    {
        var state = new ConversationState();
        return (state, state.CreateProperty<DialogState>("dialogs"));
    }

    private static PromptOptions Ask(string text, string? retry = null) => new()
    {
        Prompt = MessageFactory.Text(text),
        RetryPrompt = retry is null ? null : MessageFactory.Text(retry),
    };

    private static PromptOptions Choices() => new()
    {
        Prompt = MessageFactory.Text("W czym pomóc?"),
        Choices = [new Choice("return", "Zwrot", ["oddać"]), new Choice("order", "Zamówienie")],
    };

    private sealed record ReturnOptions(string Order, int Count);

    private sealed class Asking(string id) : ComponentDialog(id)
    {
        protected override async Task<DialogTurnResult> OnContinueDialogAsync(
            DialogContext innerDc, CancellationToken cancellationToken)
        {
            switch (innerDc.Context.Activity.Text)
            {
                case "help":
                    await innerDc.Context.SendActivityAsync("I look orders up.", cancellationToken: cancellationToken);
                    await innerDc.RepromptDialogAsync(cancellationToken);
                    return EndOfTurn;
                case "stop":
                    return await innerDc.CancelAllDialogsAsync(cancellationToken);
                default:
                    return await base.OnContinueDialogAsync(innerDc, cancellationToken);
            }
        }
    }
}
