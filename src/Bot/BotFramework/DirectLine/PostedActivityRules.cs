using BotFramework.Schema;
using Microsoft.Extensions.Options;

namespace BotFramework.DirectLine;

/// <summary>What a client may post, and what the channel makes of it.</summary>
internal sealed class PostedActivityRules(IOptions<DirectLineOptions> options, TimeProvider time)
{
    private const string TokenUserPrefix = "dl_";

    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        ActivityTypes.Message, ActivityTypes.Typing, ActivityTypes.Event, ActivityTypes.EndOfConversation,
    };

    internal Refusal? Refuses(Activity activity, Pass pass) => activity switch
    {
        { Type: null or "" } => Refusals.Bad("The activity has no type."),
        { Type: var type } when !Allowed.Contains(type) => Refusals.Bad("Clients post message, event, typing or endOfConversation."),
        { Type: ActivityTypes.Event, Name: null or "" } => Refusals.Bad("The event has no name."),
        { From.Role: var role } when string.Equals(role, RoleTypes.Bot, StringComparison.OrdinalIgnoreCase) =>
            Refusals.Bad("A client can't post as the bot."),
        { Text.Length: var length } when length > options.Value.MaxTextLength =>
            Refusals.TooLarge($"The text is longer than {options.Value.MaxTextLength} characters."),
        { Attachments.Count: var count } when count > options.Value.MaxAttachments =>
            Refusals.TooLarge($"More than {options.Value.MaxAttachments} attachments."),
        _ => pass.Ticket?.UserId is null ? RefusesSender(activity.From?.Id, pass) : null,
    };

    /// <summary>
    /// Fills what is the channel's to say. The token's user silently replaces whoever the client said it was.
    /// </summary>
    internal Activity Receive(Activity activity, Pass pass, string conversationId)
    {
        // Typing is never stored, so nobody else gives it the id the client expects back.
        activity.Id = activity.Type == ActivityTypes.Typing ? Guid.NewGuid().ToString("N") : null;
        activity.ChannelId = DirectLineEndpoint.ChannelId;
        activity.Timestamp = time.GetUtcNow();
        activity.ServiceUrl = null;
        activity.Conversation = new ConversationAccount(conversationId);
        activity.From = Sender(activity.From ?? new ChannelAccount(), pass.Ticket);
        activity.Recipient = new ChannelAccount(options.Value.BotId, options.Value.BotName, RoleTypes.Bot);
        activity.MembersAdded = activity.MembersRemoved = null;

        // What refers to a kept file is made here, from the upload itself; a reference a client made up would open another's.
        activity.Attachments = activity.Attachments?.Select(WithoutReference).ToList();

        // A NUL has no business in words and not every database takes it.
        activity.Text = activity.Text?.Replace("\0", "", StringComparison.Ordinal);

        // callerId is for a receiver to fill after authentication, never to be believed from outside.
        activity.Properties?.Remove("callerId");
        return activity;
    }

    internal static string? ClaimedUser(string? userId, Pass pass) =>
        pass.HasSecret || userId?.StartsWith(TokenUserPrefix, StringComparison.Ordinal) == false ? userId : null;

    internal static bool IsTokenUser(string userId) => userId.StartsWith(TokenUserPrefix, StringComparison.Ordinal);

    private static Attachment WithoutReference(Attachment attachment)
    {
        attachment.ContentUrl = FileReference.Read(attachment.ContentUrl) is null ? attachment.ContentUrl : null;
        attachment.ThumbnailUrl = FileReference.Read(attachment.ThumbnailUrl) is null ? attachment.ThumbnailUrl : null;
        return attachment;
    }

    private static ChannelAccount Sender(ChannelAccount from, DirectLineTicket? ticket)
    {
        from.Id = ticket?.UserId ?? from.Id;
        from.Name = ticket?.UserId is null ? from.Name : ticket.UserName;
        from.Role = RoleTypes.User;
        from.AadObjectId = null;
        return from;
    }

    private Refusal? RefusesSender(string? id, Pass pass) => id switch
    {
        null or "" => Refusals.Bad("The activity has no from.id."),
        _ when id == options.Value.BotId => Refusals.Bad("A client can't post as the bot."),
        _ when !pass.HasSecret && IsTokenUser(id) => Refusals.Bad("A user id with 'dl_' comes from a token only."),
        _ => null,
    };
}
