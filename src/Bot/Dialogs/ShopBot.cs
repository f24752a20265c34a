using BotFramework.Builder;
using BotFramework.Schema;
using Warmline.Bot.Conversing;
using Warmline.Bot.Understanding;
using Warmline.Bot.Understanding.SecondOpinion;

namespace Warmline.Bot.Dialogs;

/// <summary>The bot: greets, answers, and goes on when something outside was done.</summary>
internal sealed class ShopBot(ConversationState state, Understander understander, Opinions opinions, Welcome welcome, Answering answering, TaskEnds ends) : ActivityHandler
{
    private readonly IStatePropertyAccessor<BotMemory> _memory = state.CreateProperty<BotMemory>("memory");

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var turn = CurrentTurn.Of(turnContext);
        var memory = (await _memory.GetAsync(turnContext, () => new BotMemory(), cancellationToken))!;
        var understood = await UnderstandAsync(turn, memory, turnContext.Activity, cancellationToken);
        turn.Language = understood.Language;
        turnContext.TurnState.Set(new Talk(turnContext, turn, memory, understood));
        await base.OnTurnAsync(turnContext, cancellationToken);
        memory.Keep(turn.Said);
    }

    protected override Task OnMembersAddedAsync(
        IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) =>
        welcome.SayAsync(Talk.Of(turnContext), cancellationToken);

    protected override async Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        await answering.AnswerAsync(turnContext, cancellationToken);
        await ends.GoOnAsync(turnContext, cancellationToken);
    }

    protected override Task OnEventActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Name == TurnActivities.TaskEvent ? ends.TellAsync(turnContext, cancellationToken) : Task.CompletedTask;

    // The customer's lines are understood together, each with what was said before.
    private Task<Understood> UnderstandAsync(CurrentTurn turn, BotMemory memory, Activity activity, CancellationToken cancellationToken)
    {
        var lines = activity.Type == ActivityTypes.Message ? activity.Text!.Split('\n') : [];
        var before = new SoFar([.. turn.Input.Earlier.Select(TurnActivities.Words)], memory.Answers);
        return opinions.AskAsync(understander.Understand(lines, turn.Language, before), lines, cancellationToken);
    }
}
