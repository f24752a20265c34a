using BotFramework.Schema;

namespace BotFramework.Builder;

/// <summary>The turn as the pipeline sees it; completes what is sent before the adapter gets it.</summary>
public sealed class TurnContext(BotAdapter adapter, Activity activity) : ITurnContext
{
    public BotAdapter Adapter { get; } = adapter;

    public Activity Activity { get; } = activity;

    public TurnState TurnState { get; } = new();

    public bool Responded { get; private set; }

    public Task<ResourceResponse> SendActivityAsync(
        string text, string? inputHint = null, CancellationToken cancellationToken = default) =>
        SendActivityAsync(MessageFactory.Text(text, inputHint), cancellationToken);

    public async Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        var responses = await SendActivitiesAsync([activity], cancellationToken);
        return responses.Count > 0 ? responses[0] : new ResourceResponse(null);
    }

    public async Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(
        IReadOnlyList<Activity> activities, CancellationToken cancellationToken = default)
    {
        if (activities.Count == 0)
        {
            return [];
        }

        // Copies: a prompt kept in dialog state must not be changed by being said.
        var reference = Activity.GetConversationReference();
        var outgoing = activities.Select(activity => Complete(activity.Copy(), reference)).ToList();
        outgoing.ForEach(activity => activity.Id = null);
        var responses = await Adapter.SendActivitiesAsync(this, outgoing, cancellationToken);
        Responded |= outgoing.Exists(sent => sent.Type is not (ActivityTypes.Typing or ActivityTypes.Trace));
        return responses;
    }

    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        Adapter.UpdateActivityAsync(this, Complete(activity.Copy(), Activity.GetConversationReference()), cancellationToken);

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return Adapter.DeleteActivityAsync(this, reference, cancellationToken);
    }

    private static Activity Complete(Activity activity, ConversationReference reference)
    {
        activity.Type ??= ActivityTypes.Message;
        activity.ChannelId = reference.ChannelId;
        activity.ServiceUrl = reference.ServiceUrl;
        activity.Conversation = reference.Conversation;
        activity.From = reference.Bot;
        activity.Recipient = reference.User;
        activity.ReplyToId ??= reference.ActivityId;
        activity.Locale ??= reference.Locale;
        if (activity.Type == ActivityTypes.Message)
        {
            activity.TextFormat ??= TextFormats.Plain;
            activity.InputHint ??= InputHints.AcceptingInput;
        }

        return activity;
    }
}
