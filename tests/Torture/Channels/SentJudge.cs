using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Delivery;
using Warmline.TestSupport.Channels;
using Warmline.Torture.Customers;
using Warmline.Torture.Judging;
using Warmline.Torture.Servers;

namespace Warmline.Torture.Channels;

/// <summary>Compares what the channel carried out with the log, and the log with what was acknowledged to the channel.</summary>
internal sealed class SentJudge(World world, TestBed bed, FailingChannel channel)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    public async Task JudgeAsync(string conversation, IReadOnlyList<Post> posts)
    {
        var id = await SettledAsync(conversation);
        var (lines, states) = await bed.ReadAsync(async db => (
            await db.Set<LogLine>().AsNoTracking().Where(line => line.ConversationId == id).OrderBy(line => line.Seq).ToListAsync(),
            await db.Set<DeliveryRecord>().Where(d => d.ConversationId == id).ToDictionaryAsync(d => d.Seq, d => d.State)));
        Posted(id, posts, [.. lines.Where(line => line.Role == AuthorRole.Customer)]);
        var leaving = lines.Where(line => line.Role != AuthorRole.Customer && line.Kind == LineKind.Said).ToList();
        new SentOrder(id, world.Court).Judge(
            [.. leaving.Select(line => new Leaving(line.Seq, WordsOf(line), states.GetValueOrDefault(line.Seq, DeliveryState.Waiting)))],
            channel.Sent(conversation));
    }

    /// <summary>Whether the desk shows of some line that it may have arrived or not.</summary>
    public Task<bool> IsUnconfirmedAsync(string conversation) => bed.ReadAsync(db =>
    {
        var key = ChannelAddress.KeyOf(FakeChannel.ChannelId, conversation);
        return db.Set<DeliveryRecord>().AnyAsync(record => record.State == DeliveryState.Unconfirmed
            && db.Set<ChannelAddress>().Any(address => address.AddressKey == key && address.ConversationId == record.ConversationId));
    });

    // Whatever the channel does, in the end the sender has nothing left to do there.
    private async Task<string> SettledAsync(string conversation)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var (id, isSettled) = await LookAsync(conversation);
            if (isSettled)
            {
                return id;
            }

            if (TimeProvider.System.GetElapsedTime(began) > Patience || world.Over.IsCancellationRequested)
            {
                world.Court.Accuse("the sender came to no end", id, "everything sent", "still something to send");
                throw new UnansweredException();
            }

            await Task.Delay(Look, TimeProvider.System, CancellationToken.None);
        }
    }

    private Task<(string Id, bool IsSettled)> LookAsync(string conversation) => bed.ReadAsync(async db =>
    {
        var key = ChannelAddress.KeyOf(FakeChannel.ChannelId, conversation);
        var id = await db.Set<ChannelAddress>().Where(a => a.AddressKey == key).Select(a => a.ConversationId).SingleAsync();
        return (id, !await db.Set<Reader>().AnyAsync(reader => reader.ConversationId == id && reader.DueAt != null));
    });

    private void Posted(string id, IReadOnlyList<Post> posts, List<LogLine> lines)
    {
        var last = 0L;
        foreach (var post in posts)
        {
            var found = lines.Where(line => line.Activity!.Contains(post.ClientId, StringComparison.Ordinal)).ToList();
            if (found.Count > 1 || (post.Seq is not null && found.Count == 0))
            {
                world.Court.Accuse($"\"{post.Text}\" from the channel", id, post.Seq is null ? "once or not at all" : "once", $"{found.Count} times");
            }

            if (found.Count > 0 && found[0].Seq <= last)
            {
                world.Court.Accuse("lines from the channel changed places", id, $"after {last}", $"{found[0].Seq}");
            }

            if (found.Count == 1)
            {
                last = found[0].Seq;
                world.Ledger.Write(id, last, post.ClientId);
            }
        }
    }

    private static string WordsOf(LogLine line) => line.Activity is { } activity
        ? JsonDocument.Parse(activity).RootElement.TryGetProperty("text", out var text) ? text.GetString() ?? "" : ""
        : line.Text;
}

/// <summary>A line that had to leave, and what the product thinks became of it.</summary>
internal sealed record Leaving(long Seq, string Text, DeliveryState State);
