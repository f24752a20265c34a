using BotFramework.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotFramework.Builder;

/// <summary>Between a channel and a bot: runs turns and carries out what they say. The host overrides the sending.</summary>
public abstract class BotAdapter(ILogger? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger.Instance;

    /// <summary>Told when a turn throws, so the customer can be told in calm words. When null, the exception goes to the host.</summary>
    public Func<ITurnContext, Exception, Task>? OnTurnError { get; set; }

    public MiddlewareSet MiddlewareSet { get; } = new();

    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    /// <summary>
    /// Carries activities out, in order; they are complete and the adapter's own copies, down to their parts (cards, accounts),
    /// which are shared and not to be changed. One response for each.
    /// </summary>
    public abstract Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(
        ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken);

    /// <summary>Replaces a sent activity, where the channel can. It is complete and the adapter's own copy.</summary>
    public virtual Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} cannot change what was sent.");

    /// <summary>Takes a sent activity back, where the channel can; the reference's activity id says which.</summary>
    public virtual Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} cannot take back what was sent.");

    /// <summary>
    /// Middleware in order, then the bot. A failing turn goes to <see cref="OnTurnError"/>; when that fails too, it is logged and
    /// the turn's own exception is thrown, because then only the host knows that nobody was answered. Cancelling is no error.
    /// </summary>
    protected async Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        try
        {
            await MiddlewareSet.RunAsync(turnContext, callback, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (OnTurnError is not null)
        {
            if (!await ToldAsync(turnContext, exception))
            {
                throw;
            }
        }
    }

    private async Task<bool> ToldAsync(ITurnContext turnContext, Exception exception)
    {
        try
        {
            await OnTurnError!(turnContext, exception);
            return true;
        }
        catch (Exception second)
        {
            BotFrameworkLog.TurnErrorFailed(_logger, turnContext.Activity.Conversation?.Id, second);
            return false;
        }
    }
}
