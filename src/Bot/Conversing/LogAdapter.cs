using BotFramework.Builder;
using BotFramework.Schema;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Conversing;

/// <summary>The bot's adapter to the log: what the bot says is kept until the turn is committed.</summary>
internal sealed class LogAdapter(BotTurns turns, ILogger<LogAdapter> log) : BotAdapter(log)
{
    /// <summary>Runs the pipeline over one activity of the turn.</summary>
    public Task ProcessAsync(ITurnContext context, IBot bot, CancellationToken cancellationToken) =>
        RunPipelineAsync(context, bot.OnTurnAsync, cancellationToken);

    public override Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(
        ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var turn = CurrentTurn.Of(turnContext);
        foreach (var activity in activities)
        {
            if (activity.Type == ActivityTypes.Typing)
            {
                turns.ShowTyping(turn.Input.ConversationId);
            }
            else
            {
                turn.Say(activity);
            }
        }

        return Task.FromResult<IReadOnlyList<ResourceResponse>>([.. activities.Select(_ => new ResourceResponse(null))]);
    }
}
