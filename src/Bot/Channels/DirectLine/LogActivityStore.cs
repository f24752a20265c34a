using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BotFramework.DirectLine;
using BotFramework.Schema;
using Microsoft.Extensions.Options;
using Warmline.Bot.Observing;
using Warmline.Bot.Pages;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Files;

namespace Warmline.Bot.Channels.DirectLine;

/// <summary>Direct Line reads and writes the conversation log.</summary>
internal sealed class LogActivityStore(
    ConversationLog log, ConversationFiles files, IOptions<ShopFrontOptions> shop, RoomTimes rooms, OpenStreams streams) : IActivityStore
{
    /// <summary>The event by which the chat page says that the customer chose another language.</summary>
    public const string LanguageEvent = "warmline/language";

    private const int LongestName = 100;
    private const string Deleted = "—";
    private static readonly PostedActivity NoConversation = new(null, new Refusal(404, "ConversationNotFound", "There is no such conversation."));

    public async Task<ConversationStarted> StartAsync(ConversationStart start, CancellationToken cancellationToken)
    {
        var user = start.UserId?.Replace("\0", "", StringComparison.Ordinal) ?? $"dl_{start.ConversationId}";
        return new ConversationStarted(await log.StartAsync(
            new NewConversation(
                start.ConversationId, LineActivities.ChannelId, user, Name(start.UserName), Languages.Of(start.Locale) ?? Languages.Default, start.Address),
            cancellationToken));
    }

    public async Task<bool> ExistsAsync(string conversationId, CancellationToken cancellationToken) =>
        await log.LanguageOfAsync(conversationId, cancellationToken) is not null;

    public async Task<PostedActivity> AppendAsync(
        string conversationId, Activity activity, IReadOnlyList<UploadedFile> uploaded, Caller caller, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case ActivityTypes.Typing or ActivityTypes.EndOfConversation when !await ExistsAsync(conversationId, cancellationToken):
                return NoConversation;
            case ActivityTypes.Typing:
                log.ShowTyping(conversationId);
                return new PostedActivity("");
            case ActivityTypes.EndOfConversation:
                await log.EndAsync(conversationId, cancellationToken);
                return new PostedActivity($"{conversationId}|end");
            default:
                var (kept, refusal) = await CustomerFiles.TakeAsync(files, activity, uploaded, cancellationToken);
                if (refusal is not null)
                {
                    return new PostedActivity(null, refusal);
                }

                var said = LineOf(conversationId, activity, caller) with { Files = kept };
                var line = await rooms.MeasureAsync(Room.Store, log.AppendAsync(conversationId, said, cancellationToken));
                return line is null
                    ? NoConversation
                    : new PostedActivity(LineActivities.IdOf(conversationId, line.Seq));
        }
    }

    public async Task<ActivitySet> ReadAsync(string conversationId, long after, int max, CancellationToken cancellationToken)
    {
        var lines = await log.ReadAsync(conversationId, after, max, cancellationToken);
        var activities = new List<Activity>(lines.Count);
        foreach (var line in lines)
        {
            var shown = line.Target is { } target ? Amended(line, await log.ReadAsync(conversationId, target - 1, 1, cancellationToken)) : line;
            if (LineActivities.Of(shown, shop.Value.Name) is { } activity)
            {
                activities.Add(activity);
            }
        }

        streams.Read(conversationId, anything: activities.Count > 0);
        return new ActivitySet(activities, lines.Count == 0 ? after : lines[^1].Seq);
    }

    public async Task<KeptFile?> OpenFileAsync(string fileId, CancellationToken cancellationToken) =>
        await files.OpenAsync(fileId, cancellationToken) is { } file ? new KeptFile(file.Name, file.MediaType, file.Content) : null;

    public IDisposable Listen(string conversationId, Action<Activity?> heard) => streams.Listen(conversationId, ring =>
    {
        if (ring.Typing is null)
        {
            heard(null);
        }
        else if (ring.Typing.Role != AuthorRole.Customer)
        {
            heard(LineActivities.Of(ring.Typing, conversationId, shop.Value.Name));
        }
    });

    // A client replaces what it shows when the same id comes again: the earlier line, at its place, with what it says now.
    private static Line Amended(Line amendment, IReadOnlyList<Line> target) => target is [var line]
        ? line with { Text = amendment.Kind == LineKind.Delete ? Deleted : amendment.Text, Activity = null }
        : amendment;

    private static CustomerLine LineOf(string conversationId, Activity activity, Caller caller) => new(
        activity.Type == ActivityTypes.Message ? LineKind.Said : LineKind.Event,
        ReadableText.Of(activity),
        ProtocolJson.Write(activity),
        DedupeKey(conversationId, activity),
        Name(activity.From?.Name),
        caller.Address)
    {
        Language = ChosenLanguage(activity),
    };

    // What a client calls itself is shown, not believed, and never longer than the log keeps.
    private static string? Name(string? name) =>
        name is not null && KeptText.Of(name, LongestName) is { Length: > 0 } given ? given : null;

    private static string? ChosenLanguage(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: LanguageEvent, Value: { ValueKind: JsonValueKind.Object } value }
        && value.TryGetProperty("language", out var language) && language.ValueKind == JsonValueKind.String
            ? Languages.Of(language.GetString())
            : null;

    private static string? DedupeKey(string conversationId, Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("clientActivityID", out var id) && id.ValueKind == JsonValueKind.String
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{LineActivities.ChannelId}\n{conversationId}\n{id.GetString()}")))
            : null;
}
