using System.Data;
using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Torture.Agents;
using Warmline.Torture.Servers;

namespace Warmline.Torture.Judging;

/// <summary>Reads the database directly, all of it, in portions: what no client can see is judged here.</summary>
internal sealed class Archive(TestBed bed, World world, Floor floor)
{
    private const int Portion = 100;

    /// <summary>Everything that was ever acknowledged, and every log. At the end also: nobody waits for the bot.</summary>
    public async Task JudgeAsync(bool atTheEnd)
    {
        foreach (var portion in world.Ledger.Read().Chunk(Portion))
        {
            await FindAcknowledgedAsync(portion);
        }

        for (var judged = 0; await ConversationsAsync(judged) is { Count: > 0 } ids; judged += ids.Count)
        {
            await JudgeLogsAsync(ids, atTheEnd);
        }

        await FindNotesAsync();
        world.Court.Count("judgements over the whole database");
    }

    private async Task FindAcknowledgedAsync(Ledger.Entry[] entries)
    {
        var ids = entries.Select(entry => entry.Conversation).Distinct().ToList();
        var lines = await bed.ReadAsync(db => db.Set<LogLine>().AsNoTracking()
            .Where(line => ids.Contains(line.ConversationId) && (line.Role == AuthorRole.Customer || line.Role == AuthorRole.Agent))
            .Select(line => new { line.ConversationId, line.Seq, line.Activity, line.DedupeKey }).ToListAsync());
        var stored = lines.ToDictionary(line => (line.ConversationId, line.Seq));
        foreach (var entry in entries)
        {
            var line = stored.GetValueOrDefault((entry.Conversation, entry.Seq));
            if (line is null || (line.DedupeKey != entry.Key && line.Activity?.Contains(entry.Key, StringComparison.Ordinal) != true))
            {
                world.Court.Accuse("an acknowledged line", entry.Conversation, $"{entry.Key} under {entry.Seq}", line?.DedupeKey ?? "nothing there");
            }
        }
    }

    private Task<List<string>> ConversationsAsync(int judged) => bed.ReadAsync(db =>
        db.Set<Conversation>().OrderBy(c => c.StartedAt).ThenBy(c => c.Id).Select(c => c.Id).Skip(judged).Take(Portion).ToListAsync());

    // In one transaction: owner, log and queue as they were at the same moment.
    private async Task JudgeLogsAsync(List<string> ids, bool atTheEnd)
    {
        foreach (var id in ids)
        {
            new LogJudge(await bed.ReadAsync(db => SnapshotAsync(db, id)), world.Court).Judge(atTheEnd);
        }
    }

    private static async Task<StoredConversation> SnapshotAsync(HandoffDb db, string id) =>
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
            return await StoredConversation.ReadAsync(db, id);
        });

    private async Task FindNotesAsync()
    {
        foreach (var notes in floor.Notes.Chunk(Portion))
        {
            var texts = notes.ToList();
            var found = (await bed.ReadAsync(db => db.Set<Note>().Where(note => texts.Contains(note.Text)).Select(note => note.Text).ToListAsync())).ToLookup(text => text, StringComparer.Ordinal);
            foreach (var lost in texts.Where(text => found[text].Count() != 1))
            {
                world.Court.Accuse("an acknowledged note", null, $"{lost} once", $"{found[lost].Count()} times");
            }
        }
    }
}
