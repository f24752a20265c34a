using System.Collections.Concurrent;
using BotFramework.Builder;
using BotFramework.Schema;

namespace Warmline.TestSupport;

/// <summary>A channel of one conversation, in memory. Between two turns the bot's memory is nothing but JSON.</summary>
public sealed class TestAdapter(ConversationState? state = null, string locale = "en") : BotAdapter
{
    private readonly ConcurrentQueue<Activity> _replies = new();
    private int _sent;

    /// <summary>What the state was saved as after the last turn.</summary>
    public string? StateJson { get; set; }

    /// <summary>The next thing the bot said, oldest first; null when it said no more.</summary>
    public Activity? NextReply() => _replies.TryDequeue(out var reply) ? reply : null;

    public Activity Message(string text) => From(new Activity { Type = ActivityTypes.Message, Text = text });

    /// <summary>Addresses an activity as the customer's.</summary>
    public Activity From(Activity activity)
    {
        activity.Id ??= $"in-{Interlocked.Increment(ref _sent)}";
        activity.ChannelId ??= "test";
        activity.Conversation ??= new ConversationAccount("conversation-1");
        activity.From ??= new ChannelAccount("user-1", "Customer", RoleTypes.User);
        activity.Recipient ??= new ChannelAccount("bot-1", "Bot", RoleTypes.Bot);
        activity.Locale ??= locale;
        return activity;
    }

    public async Task ProcessAsync(Activity activity, BotCallbackHandler bot, CancellationToken cancellationToken = default)
    {
        var turn = new TurnContext(this, From(activity));
        state?.Load(turn, StateJson);
        await RunPipelineAsync(turn, bot, cancellationToken);
        if (state is not null)
        {
            StateJson = state.Save(turn);
        }
    }

    public override Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(
        ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var responses = new List<ResourceResponse>();
        foreach (var activity in activities)
        {
            activity.Id = $"out-{Interlocked.Increment(ref _sent)}";
            _replies.Enqueue(activity);
            responses.Add(new ResourceResponse(activity.Id));
        }

        return Task.FromResult<IReadOnlyList<ResourceResponse>>(responses);
    }
}
