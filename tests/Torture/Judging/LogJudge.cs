using Warmline.Handoff.Conversations;
using Warmline.Handoff.Queue;
using Warmline.Torture.Customers;

namespace Warmline.Torture.Judging;

/// <summary>What must be true of every stored conversation at every moment, and what at the end.</summary>
internal sealed class LogJudge(StoredConversation stored, Court court)
{
    private readonly Conversation _conversation = stored.Conversation;

    public void Judge(bool atTheEnd)
    {
        NumbersAndStamps();
        NothingTwice();
        Promises();
        Ownership();
        OneWinner();
        if (atTheEnd)
        {
            Answered();
        }
    }

    private void NumbersAndStamps()
    {
        var last = default(DateTime);
        for (var at = 0; at < stored.Lines.Count; at++)
        {
            var line = stored.Lines[at];
            Must(line.Seq == at + 1, "numbers have no gaps", $"{at + 1}", $"{line.Seq}");
            Must(line.Stamp > last, "stamps rise strictly", $"after {last:O}", $"{line.Seq} {line.Stamp:O}");
            last = line.Stamp;
        }

        Must(_conversation.LastSeq == stored.Lines.Count, "the last number", $"{stored.Lines.Count}", $"{_conversation.LastSeq}");
        Must(stored.Lines.Count == 0 || _conversation.LastStamp == last, "the last stamp", $"{last:O}", $"{_conversation.LastStamp:O}");
    }

    private void NothingTwice()
    {
        var keys = stored.Lines.Where(line => line.DedupeKey is not null).GroupBy(line => line.DedupeKey).Where(same => same.Count() > 1).ToList();
        Must(keys.Count == 0, "nothing is stored twice", "each key once", $"{keys.FirstOrDefault()?.Key}");
        var greetings = Bot().Count(line => line.Text.StartsWith("Hello, this is the", StringComparison.Ordinal));
        Must(greetings <= 1, "greeted once", "1", $"{greetings}");
        var statuses = Bot().Count(line => line.Text.Contains(Talks.StatusWord, StringComparison.Ordinal));
        Must(statuses <= 1, "a status is told once", "1", $"{statuses}");
        var apologies = Bot().Count(line => line.Text.Contains("Something broke", StringComparison.Ordinal) || line.Text.Contains("failed again", StringComparison.Ordinal));
        if (apologies > 0)
        {
            court.Count("turns the bot gave up with an apology", apologies);
        }
    }

    private void Promises()
    {
        var told = Keys("callback.stored").ToList();
        Must(
            told.Count == stored.Callbacks.Count && stored.Callbacks.All(reference => told.Exists(line => line.Text.Contains(reference, StringComparison.Ordinal))),
            "callbacks are recorded as often as they are promised", string.Join(", ", told.Select(line => line.Text)), string.Join(", ", stored.Callbacks));
        Must(stored.Callbacks.Count <= 1, "a callback is recorded once", "1", $"{stored.Callbacks.Count}");
    }

    private void Ownership()
    {
        var item = stored.OpenItems.Count == 1 ? stored.OpenItems[0] : null;
        var fits = _conversation.Owner switch
        {
            Owner.Queue => item is { State: QueueState.Requested },
            Owner.Agent => item is { State: QueueState.Active } && item.AgentId == _conversation.OwnerAgentId,
            Owner.Bot or Owner.Nobody => stored.OpenItems.Count == 0,
            _ => false,
        };
        Must(fits, "owner and queue agree", $"{_conversation.Owner} {_conversation.OwnerAgentId}", string.Join(", ", stored.OpenItems.Select(i => $"{i.State} {i.AgentId}")));
    }

    // Who joined has the chat until it is closed or they are gone; nobody else joins, nobody else speaks for the team.
    private void OneWinner()
    {
        string? agent = null;
        foreach (var line in stored.Lines)
        {
            switch (line)
            {
                case { SystemKey: "agent.joined" }:
                    Must(agent is null, "one agent has a chat", $"only {agent}", $"{line.Seq} {line.Text}");
                    agent = line.ToLine().SystemArgs[0];
                    break;
                case { SystemKey: "agent.closed" or "agent.gone" }:
                    agent = null;
                    break;
                case { Role: AuthorRole.Agent }:
                    Must(line.AuthorName == agent, "only who has the chat speaks", agent ?? "nobody", $"{line.Seq} {line.AuthorName}");
                    break;
                case { Role: AuthorRole.Bot }:
                    Must(agent is null, "the bot does not talk over a person", "silence", $"{line.Seq} {line.Text}");
                    break;
            }
        }
    }

    private void Answered()
    {
        var last = stored.Lines.LastOrDefault(line => line is { Role: AuthorRole.Customer, Kind: LineKind.Said })?.Seq ?? 0;
        var isAnswered = _conversation.Owner == Owner.Agent || (stored.Reader.Cursor >= last && stored.Reader.DueAt is null);
        Must(isAnswered, "every line is answered or owned by a person", $"read up to {last}", $"{_conversation.Owner}, read {stored.Reader.Cursor}, due {stored.Reader.DueAt:O}, leased {stored.Reader.LeasedUntil:O}");
    }

    private IEnumerable<LogLine> Bot() => stored.Lines.Where(line => line.Role == AuthorRole.Bot);

    private IEnumerable<LogLine> Keys(string key) => stored.Lines.Where(line => line.SystemKey == key);

    private void Must(bool holds, string what, string expected, string found)
    {
        if (!holds)
        {
            court.Accuse(what, _conversation.Id, expected, found);
        }
    }
}
