using System.Collections.Concurrent;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Conversations;

/// <summary>
/// What turns read of their conversations, kept in this process for the next ones. It counts as long as nobody else made a turn there, which
/// cursor and epoch tell: lines are never changed, and facts are learned by turns only.
/// </summary>
internal sealed class TurnMemory
{
    private const int MostKept = 2_000;

    // Of one conversation; who writes novels is read anew each time.
    private const int MostCharacters = 10_000;
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>What the turn reads that this line is for, if the line is all that is new; else null. The shop's word for a customer is always read.</summary>
    public TurnReading? Recall(WokenBot woken)
    {
        var conversation = woken.Conversation;
        return !conversation.IsVouched && _kept.TryGetValue(conversation.Id, out var kept) && kept.IsAt(conversation.Epoch, conversation.Bot.Cursor)
            ? new TurnReading([conversation], [conversation.Bot], [.. kept.Lines, woken.Line.ToLine()], kept.Facts, [], [])
            : null;
    }

    /// <summary>A turn begins.</summary>
    public void Keep(TurnReading read)
    {
        if (read is not { Conversation: [var conversation], Reader: [var reader] })
        {
            return;
        }

        if (read.Lines.Sum(line => line.Text.Length + (line.Activity?.Length ?? 0)) > MostCharacters)
        {
            Forget(conversation.Id);
            return;
        }

        // Who talks now is in again at their next turn.
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept[conversation.Id] = new Kept(conversation.Epoch, reader.Cursor, read.Lines, read.Facts);
    }

    /// <summary>The turn is stored.</summary>
    public void GoOn(Turn turn)
    {
        if (turn.Move is not null)
        {
            // A move learns facts of its own: the reference of a call.
            Forget(turn.ConversationId);
        }
        else if (_kept.TryGetValue(turn.ConversationId, out var kept) && kept.IsAt(turn.Epoch, turn.FromCursor))
        {
            // Not if it was read again meanwhile.
            _kept.TryUpdate(turn.ConversationId, kept.After(turn), kept);
        }
    }

    /// <summary>Something is new that is not kept here.</summary>
    public void Forget(string conversationId) => _kept.TryRemove(conversationId, out _);

    private sealed record Kept(long Epoch, long Cursor, List<Line> Lines, List<KeyValuePair<string, string>> Facts)
    {
        public bool IsAt(long epoch, long cursor) => Epoch == epoch && Cursor == cursor;

        public Kept After(Turn turn) => new(
            Epoch, turn.ToCursor, BotReading.Earlier(Lines, turn.ToCursor),
            turn.Facts.Count == 0 ? Facts : [.. Facts.Concat(turn.Facts.Select(f => KeyValuePair.Create(f.Name, f.Value))).GroupBy(f => f.Key, (_, same) => same.Last())]);
    }
}

/// <summary>The line for which the bot was leased by the write that stored it, and the conversation as that left it.</summary>
internal sealed record WokenBot(Conversation Conversation, LogLine Line);
