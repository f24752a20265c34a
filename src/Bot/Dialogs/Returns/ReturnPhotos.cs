using BotFramework.DirectLine;
using Microsoft.Extensions.Options;
using Warmline.Bot.Channels.Connector;
using Warmline.Bot.Conversing;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>The pictures a customer sent lately, as links that the team opens from its desk, signed in.</summary>
internal sealed class ReturnPhotos(IOptions<PublicAddressOptions> home)
{
    private const int MostPhotos = 10;

    public IReadOnlyList<string> Links(Talk talk) => [.. Ids(talk).Select(id => $"{home.Value.Start}/desk/files/{id}")];

    /// <summary>Those since the last return that was asked for.</summary>
    public static IReadOnlyList<string> Ids(Talk talk) =>
    [
        .. talk.Turn.Input.Earlier.Concat(talk.Turn.Input.Unread)
            .Where(line => line.Seq > talk.Memory.ReturnedUpTo && line.Role == AuthorRole.Customer)
            .SelectMany(TurnActivities.Attachments)
            .Select(attachment => FileReference.Read(attachment.ContentUrl)).OfType<string>().Distinct(StringComparer.Ordinal).TakeLast(MostPhotos),
    ];
}
