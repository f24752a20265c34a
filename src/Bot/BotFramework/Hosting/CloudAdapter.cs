using BotFramework.Builder;
using BotFramework.Connector;
using BotFramework.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotFramework.Hosting;

/// <summary>Runs turns for channels that answer through the connector. Derive from it to set <see cref="BotAdapter.OnTurnError"/> and middleware.</summary>
public class CloudAdapter(ConnectorClient connector, ILogger<CloudAdapter> logger) : BotAdapter(logger)
{
    private const string Emulator = "emulator";

    /// <summary>One turn, and what to answer the channel: an invoke's response, the replies when they are expected, else nothing.</summary>
    public async Task<IntakeAnswer> ProcessAsync(Activity activity, BotCallbackHandler bot, CancellationToken cancellationToken)
    {
        var turn = new TurnContext(this, activity);
        var isExpectingReplies = string.Equals(activity.DeliveryMode, DeliveryModes.ExpectReplies, StringComparison.OrdinalIgnoreCase);
        if (isExpectingReplies)
        {
            turn.TurnState.Set(new ReplyBuffer());
        }

        await RunPipelineAsync(turn, bot, cancellationToken);
        if (activity.Type == ActivityTypes.Invoke)
        {
            var response = turn.TurnState.Get<InvokeResponse>() ?? InvokeResponse.NotImplemented;
            return new IntakeAnswer(response.Status, response.Body);
        }

        return new IntakeAnswer(
            StatusCodes.Status200OK, isExpectingReplies ? new ExpectedReplies(turn.TurnState.Get<ReplyBuffer>()!.Activities) : null);
    }

    /// <summary>Speaks in a conversation without being asked, where a stored reference points to.</summary>
    public Task ContinueConversationAsync(ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        RunPipelineAsync(new TurnContext(this, reference.GetContinuationActivity()), callback, cancellationToken);

    /// <summary>Makes a conversation and speaks in it; returns where it is, to be kept.</summary>
    public async Task<ConversationReference> CreateConversationAsync(
        string channelId, string serviceUrl, ConversationParameters parameters, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var made = await connector.CreateConversationAsync(serviceUrl, parameters, cancellationToken);
        var reference = new ConversationReference
        {
            ChannelId = channelId,
            ServiceUrl = made.ServiceUrl ?? serviceUrl,
            Bot = parameters.Bot,
            User = parameters.Members is [var only] ? only : null,
            Conversation = new ConversationAccount(made.Id) { IsGroup = parameters.IsGroup, TenantId = parameters.TenantId },
        };
        var begin = reference.GetContinuationActivity("CreateConversation");
        begin.ChannelData = parameters.ChannelData;
        await RunPipelineAsync(new TurnContext(this, begin), callback, cancellationToken);
        return reference;
    }

    public override async Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(
        ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var responses = new ResourceResponse[activities.Count];
        for (var i = 0; i < activities.Count; i++)
        {
            responses[i] = await SendAsync(turnContext, activities[i], cancellationToken);
        }

        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        connector.UpdateActivityAsync(
            activity.ServiceUrl ?? "", activity.Conversation?.Id ?? "", activity.Id ?? "", activity, cancellationToken);

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        connector.DeleteActivityAsync(
            reference.ServiceUrl ?? "", reference.Conversation?.Id ?? "", reference.ActivityId ?? "", cancellationToken);

    private async Task<ResourceResponse> SendAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        if (turnContext.TurnState.Get<ReplyBuffer>() is { } buffer)
        {
            buffer.Activities.Add(activity);
            return new ResourceResponse(null);
        }

        // Traces are for a developer's emulator; other channels refuse them.
        return activity.Type == ActivityTypes.Trace && activity.ChannelId != Emulator
            ? new ResourceResponse(null)
            : await connector.SendAsync(activity, cancellationToken);
    }

    private sealed class ReplyBuffer
    {
        internal List<Activity> Activities { get; } = [];
    }
}
