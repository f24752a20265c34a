using BotFramework.Schema;

namespace BotFramework.Builder;

/// <summary>One activity being answered.</summary>
public interface ITurnContext
{
    BotAdapter Adapter { get; }

    /// <summary>The activity that began the turn.</summary>
    Activity Activity { get; }

    /// <summary>What the parts of the pipeline keep for each other during the turn.</summary>
    TurnState TurnState { get; }

    /// <summary>Whether something was said in this turn (typing and traces don't count).</summary>
    bool Responded { get; }

    Task<ResourceResponse> SendActivityAsync(string text, string? inputHint = null, CancellationToken cancellationToken = default);

    Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends in the order given, addressed as replies to <see cref="Activity"/>.</summary>
    Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(
        IReadOnlyList<Activity> activities, CancellationToken cancellationToken = default);

    /// <summary>Replaces what the bot said before; <see cref="Activity.Id"/> says which.</summary>
    Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Takes back what the bot said before.</summary>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);
}
