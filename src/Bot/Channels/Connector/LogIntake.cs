using BotFramework.Hosting;
using BotFramework.Schema;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Delivery;

namespace Warmline.Bot.Channels.Connector;

/// <summary>
/// What Azure's channels deliver: stored first, then acknowledged. The bot answers as a reader of the log, and the answer goes
/// out by <see cref="LineSender"/>.
/// </summary>
internal sealed class LogIntake(ChannelArrivals arrivals, ConversationLog log, ExpectedReplies replies) : IActivityIntake
{
    private static readonly IntakeAnswer Ignored = new(StatusCodes.Status200OK);
    private static readonly IntakeAnswer Stored = new(StatusCodes.Status202Accepted);
    private static readonly IntakeAnswer NotKeepable =
        new(StatusCodes.Status400BadRequest, ErrorResponse.Of("BadArgument", "The channelId is longer than any channel's."));

    public async Task<IntakeAnswer> TakeAsync(Activity activity, ChannelCaller caller, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypes.Invoke)
        {
            return new IntakeAnswer(StatusCodes.Status501NotImplemented);
        }

        if (!ArrivingActivities.IsKeepable(activity))
        {
            return NotKeepable;
        }

        // Orders and addresses are nobody's matter but the customer's: the bot does not talk in groups.
        if (activity.Conversation!.IsGroup == true)
        {
            return Ignored;
        }

        return ArrivingActivities.Of(activity) is { } arrival
            ? await StoreAsync(activity, arrival, cancellationToken)
            : await PassAsync(activity, cancellationToken);
    }

    private async Task<IntakeAnswer> StoreAsync(Activity activity, ChannelArrival arrival, CancellationToken cancellationToken)
    {
        var expectsReplies = string.Equals(activity.DeliveryMode, DeliveryModes.ExpectReplies, StringComparison.OrdinalIgnoreCase);
        var arrived = await arrivals.ArriveAsync(arrival with { HoldSenderFor = expectsReplies ? ExpectedReplies.Held : null }, cancellationToken);
        return expectsReplies && arrived.Seq is not null
            ? new IntakeAnswer(StatusCodes.Status200OK, await replies.CollectAsync(arrived, cancellationToken))
            : Stored;
    }

    private async Task<IntakeAnswer> PassAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Type is not (ActivityTypes.Typing or ActivityTypes.EndOfConversation)
            || await arrivals.FindAsync(activity.ChannelId!, activity.Conversation!.Id!, cancellationToken) is not { } conversationId)
        {
            return Ignored;
        }

        if (activity.Type == ActivityTypes.Typing)
        {
            log.ShowTyping(conversationId);
            return Ignored;
        }

        await log.EndAsync(conversationId, cancellationToken);
        return Stored;
    }
}
