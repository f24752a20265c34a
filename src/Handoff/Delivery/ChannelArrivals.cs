using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Delivery;

/// <summary>The door of a pushed channel's inbox: its conversations find their logs, and what customers write there is stored.</summary>
public sealed class ChannelArrivals
{
    private static readonly Statement Newest = new(dialect => $"""
        SELECT c."Id" FROM "channel_address" a JOIN "conversation" c ON c."Id" = a."ConversationId"
        WHERE a."AddressKey" = @key ORDER BY c."StartedAt" DESC{dialect.First(1)}
        """);

    private const int MostRemembered = 20_000;
    private readonly ConcurrentDictionary<string, string> _last = new(StringComparer.Ordinal);
    private readonly HandoffDatabase _database;
    private readonly HandoffOptions _options;
    private readonly TimeProvider _time;

    internal ChannelArrivals(HandoffDatabase database, IOptions<HandoffOptions> options, TimeProvider time) =>
        (_database, _options, _time) = (database, options.Value, time);

    /// <summary>
    /// Finds the conversation the customer goes on with or starts one, keeps how to reach it, and stores the line if there is one.
    /// The same line again is stored once. An edit or deletion of something unknown is not stored.
    /// </summary>
    public async Task<Arrived> ArriveAsync(ChannelArrival arrival, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return await _database.WriteAsync(db => ArriveAsync(db, arrival, now), cancellationToken);
    }

    /// <summary>The conversation that belongs to an address now; null when there is none.</summary>
    public async Task<string?> FindAsync(string channel, string channelConversationId, CancellationToken cancellationToken)
    {
        var key = ChannelAddress.KeyOf(channel, channelConversationId);
        List<string> newest = [];
        await _database.ReadAsync(round => newest = round.Ask(Newest, row => row.Text(0), key), cancellationToken);
        return newest is [var id] ? id : null;
    }

    private async Task<Arrived> ArriveAsync(HandoffDb db, ChannelArrival arrival, DateTime now)
    {
        var key = ChannelAddress.KeyOf(arrival.Channel, arrival.ChannelConversationId);
        var conversation = await LockNewestAsync(db, key, arrival.Line?.DedupeKey);
        if (conversation is null || conversation.IsOver(now - _options.ContinueAfterClose))
        {
            return await StartAsync(db, arrival, key, conversation?.Id, now);
        }

        conversation.Reference = arrival.Reference;
        return await TakeInAsync(db, conversation, arrival, now);
    }

    // Mostly the one of the last time: then it is looked up and locked on one way to the database.
    private async Task<Conversation?> LockNewestAsync(HandoffDb db, string key, string? dedupeKey)
    {
        List<string> newest = [];
        if (_last.TryGetValue(key, out var last))
        {
            var guessed = await Appending.LockAsync(db, last, dedupeKey, round => newest = round.Ask(Newest, row => row.Text(0), key));
            if (newest is [var same] && same == last)
            {
                return guessed;
            }
        }

        var round = db.NewRound();
        newest = round.Ask(Newest, row => row.Text(0), key);
        await round.GoAsync();
        if (newest is not [var id])
        {
            return null;
        }

        Remember(key, id);
        return await Appending.LockAsync(db, id, dedupeKey);
    }

    private void Remember(string key, string id)
    {
        if (_last.Count >= MostRemembered)
        {
            _last.Clear();
        }

        _last[key] = id;
    }

    private static async Task<Arrived> StartAsync(HandoffDb db, ChannelArrival arrival, string key, string? before, DateTime now)
    {
        var start = new NewConversation(
            ChannelAddress.NextConversationId(key, before), arrival.Channel, arrival.UserId, arrival.UserName, arrival.Language, null)
        { IsPushed = true };
        var conversation = await CustomerLines.StartAsync(db, start, now);
        db.Add(new ChannelAddress { ConversationId = conversation.Id, AddressKey = key, Reference = arrival.Reference });
        conversation.Reference = arrival.Reference;
        return await TakeInAsync(db, conversation, arrival, now);
    }

    private static async Task<Arrived> TakeInAsync(HandoffDb db, Conversation conversation, ChannelArrival arrival, DateTime now)
    {
        var arrived = new Arrived(conversation.Id, await AppendAsync(db, conversation, arrival, now));
        return arrival.HoldSenderFor is { } duration && arrived.Seq is not null
            ? arrived with { SenderHeldUntil = conversation.Sender!.Hold(now, duration) }
            : arrived;
    }

    private static async Task<long?> AppendAsync(HandoffDb db, Conversation conversation, ChannelArrival arrival, DateTime now)
    {
        if (arrival.Line is not { } line)
        {
            return null;
        }

        if (line.Kind is LineKind.Edit or LineKind.Delete)
        {
            // Without a key it would be about every line that has none: the bot's.
            var target = arrival.TargetKey is null ? null : await db.Set<LogLine>()
                .Where(l => l.ConversationId == conversation.Id && l.DedupeKey == arrival.TargetKey && l.Kind == LineKind.Said)
                .Select(l => (long?)l.Seq).SingleOrDefaultAsync();
            if (target is null)
            {
                return null;
            }

            line = line with { Target = target };
        }

        return (await CustomerLines.AppendAsync(db, conversation, line, now)).Seq;
    }
}

/// <summary>Something that arrived from a pushed channel.</summary>
/// <param name="Channel">Such as <c>msteams</c>, at most 32 characters.</param>
/// <param name="ChannelConversationId">The channel's own id of the conversation.</param>
/// <param name="UserId">The customer's id in the channel, at most 128 characters.</param>
/// <param name="UserName">The name the channel gives, if any.</param>
/// <param name="Language">en, pl, ru, fa, for a conversation that starts now.</param>
/// <param name="Reference">How to reach the conversation, kept for the sender; opaque here.</param>
public sealed record ChannelArrival(
    string Channel, string ChannelConversationId, string UserId, string? UserName, string Language, string Reference)
{
    /// <summary>What the customer wrote; null when they only came.</summary>
    public CustomerLine? Line { get; init; }

    /// <summary>For an edit or deletion: <see cref="CustomerLine.DedupeKey"/> of the line it is about.</summary>
    public string? TargetKey { get; init; }

    /// <summary>The channel wants the replies in its answer: for so long no sender carries them, unless one is at work already.</summary>
    public TimeSpan? HoldSenderFor { get; init; }
}

/// <summary>Where it went: the conversation, and the line's number when one was stored (now or before).</summary>
public sealed record Arrived(string ConversationId, long? Seq)
{
    /// <summary>Until when the senders are kept away, for <see cref="PushedLines.TakeAsync"/>; null when they are not.</summary>
    public DateTime? SenderHeldUntil { get; init; }
}
