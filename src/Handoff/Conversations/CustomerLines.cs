using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Customers;
using Warmline.Handoff.Data;
using Warmline.Handoff.Files;

namespace Warmline.Handoff.Conversations;

/// <summary>What a customer does to the log, whichever channel they write in. Always inside a transaction.</summary>
internal static class CustomerLines
{
    /// <summary>A new conversation, which the bot greets.</summary>
    public static async Task<Conversation> StartAsync(HandoffDb db, NewConversation start, DateTime now)
    {
        var customer = await FindOrAddCustomerAsync(db, start, now);
        var conversation = new Conversation
        {
            Id = start.Id,
            CustomerId = customer.Id,
            Channel = start.Channel,
            IsPushed = start.IsPushed,
            StartedAt = now,
            Language = start.Language,
            AddressHash = AddressHash.Of(start.Address),
        };
        conversation.Bot = BotReading.Begin(db, start.Id, now);
        conversation.Sender = start.IsPushed ? new Reader { Kind = ReaderKind.Sender, ConversationId = start.Id, Cursor = 0 } : null;
        db.AddRange(new object?[] { conversation, conversation.Bot, conversation.Sender }.OfType<object>());
        return conversation;
    }

    /// <summary>Appends under the lock. The same line again answers with the one stored before.</summary>
    public static async Task<LogLine> AppendAsync(HandoffDb db, Conversation conversation, CustomerLine line, DateTime now)
    {
        var added = new NewLine(line.Kind, line.Text) { Activity = line.Activity, DedupeKey = line.DedupeKey, Target = line.Target };
        var before = conversation.LastSeq;
        var stored = await Appending.AppendAsync(db, conversation, Author.Customer(conversation.CustomerId, line.Name), [added], now);
        if (conversation.LastSeq > before)
        {
            db.AddRange(line.Files.Select(file => FileRecord.Of(file, stored![0])));
            conversation.CustomerSpoke |= line.Kind == LineKind.Said;
            conversation.AddressHash = AddressHash.Of(line.Address) ?? conversation.AddressHash;
            conversation.Language = line.Language ?? conversation.Language;
            if (conversation.Owner == Owner.Nobody && line.Kind == LineKind.Said)
            {
                conversation.GiveToBot();
            }

            BotReading.Wake(db, conversation, stored![0], now);
        }

        return stored![0];
    }

    private static async Task<Customer> FindOrAddCustomerAsync(HandoffDb db, NewConversation start, DateTime now)
    {
        var customer = await db.Set<Customer>().SingleOrDefaultAsync(c => c.Channel == start.Channel && c.UserId == start.UserId);
        if (customer is null)
        {
            customer = new Customer
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(now)).ToString("N"),
                Channel = start.Channel,
                UserId = start.UserId,
                Name = start.UserName,
                FirstSeenAt = now,
            };
            db.Add(customer);
        }

        return customer;
    }
}

/// <summary>A conversation that starts: its id, the channel and who writes in it.</summary>
/// <param name="Id">At most 64 characters.</param>
/// <param name="Channel">Such as <c>directline</c>.</param>
/// <param name="UserId">The customer's id in the channel, at most 128 characters.</param>
/// <param name="UserName">The name the channel gives, if any.</param>
/// <param name="Language">en, pl, ru, fa.</param>
/// <param name="Address">The network address; only a hash is kept, to limit abuse.</param>
public sealed record NewConversation(string Id, string Channel, string UserId, string? UserName, string Language, string? Address)
{
    /// <summary>Lines are sent to the channel, not fetched by a client.</summary>
    internal bool IsPushed { get; init; }
}

/// <summary>What a customer wrote.</summary>
/// <param name="Kind">Said, an edit or deletion of something said, or an event such as a changed language.</param>
/// <param name="Text">Readable text.</param>
/// <param name="Activity">The full activity as JSON.</param>
/// <param name="DedupeKey">SHA-256 (hex) of where it came from; null when the channel gives nothing to tell repeats by.</param>
/// <param name="Name">The name the customer goes by, if known.</param>
/// <param name="Address">The network address it came from.</param>
public sealed record CustomerLine(LineKind Kind, string Text, string? Activity, string? DedupeKey, string? Name, string? Address)
{
    /// <summary>The language the customer chose with this line; null when they chose none.</summary>
    public string? Language { get; init; }

    /// <summary>Files that come with the line: stored in the same transaction, and not again when the line was there before.</summary>
    public IReadOnlyList<NewFile> Files { get; init; } = [];

    /// <summary>For an edit or deletion: the line it is about.</summary>
    internal long? Target { get; init; }
}
