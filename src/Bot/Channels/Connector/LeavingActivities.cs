using BotFramework.Schema;
using Microsoft.Extensions.Options;
using Warmline.Bot.Dialogs;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Delivery;

namespace Warmline.Bot.Channels.Connector;

/// <summary>A line as a channel gets it.</summary>
internal sealed class LeavingActivities(IOptions<PublicAddressOptions> home)
{
    public Activity Of(PushedLine pushed)
    {
        var reference = ProtocolJson.Read<ConversationReference>(pushed.Reference)!;
        var activity = Content(pushed);
        activity.Id = null;
        activity.ReplyToId = null; // Names a line of the log, which the channel doesn't know.
        activity.ChannelData = null; // What is there is meant for Web Chat.
        activity.ChannelId = reference.ChannelId;
        activity.ServiceUrl = reference.ServiceUrl;
        activity.Conversation = reference.Conversation;
        activity.From = reference.Bot;
        activity.Recipient = reference.User;
        activity.Locale = pushed.Language;
        activity.Timestamp = null;
        activity.TextFormat ??= TextFormats.Plain;
        return Reaching(activity);
    }

    /// <summary>Whether the channel is asked to change or take back what it shows, instead of being told anew.</summary>
    public static bool IsChange(PushedLine pushed) =>
        pushed is { PlainOnly: false, TargetExternalId: not null, Line.Kind: LineKind.Edit or LineKind.Delete };

    /// <summary>What a line shows from this host is told so that it is found from elsewhere.</summary>
    public Activity Reaching(Activity activity)
    {
        if (activity is { TextFormat: TextFormats.Markdown, Text: { } text })
        {
            activity.Text = HouseLinks.Reach(text, home.Value.Start);
        }

        return activity;
    }

    private static Activity Content(PushedLine pushed) => pushed switch
    {
        { Line.Kind: LineKind.Edit } when !IsChange(pushed) =>
            MessageFactory.Text(Replies.Say("Correction", pushed.Language, ("text", pushed.Line.Text))),
        { PlainOnly: true } or { Line.Activity: null } => MessageFactory.Text(pushed.Line.Text),
        _ => ProtocolJson.Read<Activity>(pushed.Line.Activity)!,
    };
}
