using BotFramework.Schema;
using Warmline.Bot.Channels.DirectLine;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Conversing;

/// <summary>What the bot is given to read in a turn: the beginning, results of tasks, and all new lines as one message.</summary>
internal static class TurnActivities
{
    public const string TaskEvent = "warmline/task";
    private static readonly ChannelAccount Bot = new() { Id = "bot", Role = "bot" };

    public static IEnumerable<Activity> Of(TurnInput input)
    {
        var user = new ChannelAccount { Id = input.UserId, Role = "user" };
        if (input.Cursor < 0)
        {
            yield return New(input, user, ActivityTypes.ConversationUpdate, a => a.MembersAdded = [Bot, user]);
        }

        foreach (var task in input.FinishedTasks)
        {
            yield return New(input, user, ActivityTypes.Event, a => (a.Name, a.Value) = (TaskEvent, ProtocolJson.ToElement(task)));
        }

        var said = input.Unread.Where(l => l is { Role: AuthorRole.Customer, Kind: LineKind.Said }).ToList();
        if (said.Count > 0)
        {
            yield return New(input, user, ActivityTypes.Message, a =>
            {
                a.Id = LineActivities.IdOf(input.ConversationId, said[^1].Seq);
                a.Text = string.Join('\n', said.Select(Words).Where(words => words.Length > 0));
                a.TextFormat = TextFormats.Plain;
                a.Attachments = [.. said.SelectMany(Attachments)];
                a.LocalTimezone = ZoneOf(said[^1]);
            });
        }
    }

    // The log names the files beside the words; the bot is told of them apart.
    public static string Words(Line line) =>
        Attachments(line).Any() ? ProtocolJson.Read<Activity>(line.Activity!)!.Text?.Trim() ?? "" : line.Text;

    // Asked of every line the customer said lately: most have none, and their activity need not be read to see that.
    public static IEnumerable<Attachment> Attachments(Line line) =>
        line.Activity?.Contains("\"attachments\":", StringComparison.Ordinal) != true ? [] : ProtocolJson.Read<Activity>(line.Activity)?.Attachments ?? [];

    // Where "tomorrow at four" is for this customer, if their client says so.
    private static string? ZoneOf(Line line) =>
        line.Activity?.Contains("\"localTimezone\":", StringComparison.Ordinal) != true ? null : ProtocolJson.Read<Activity>(line.Activity)?.LocalTimezone;

    private static Activity New(TurnInput input, ChannelAccount user, string type, Action<Activity> fill)
    {
        var activity = new Activity
        {
            Type = type,
            ChannelId = input.Channel,
            Conversation = new ConversationAccount { Id = input.ConversationId },
            From = user,
            Recipient = Bot,
            Locale = input.Language,
        };
        fill(activity);
        return activity;
    }
}
