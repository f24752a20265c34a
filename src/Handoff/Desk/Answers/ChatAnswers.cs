using Warmline.Handoff.Conversations;
using Warmline.Handoff.Policy;
using Warmline.Handoff.Queue;

namespace Warmline.Handoff.Desk.Answers;

/// <summary>What the agent says of the answers in the open chat: this one is wrong, this chat makes an article.</summary>
internal sealed class ChatAnswers(DeskSession session, OpenChat chat, IEnumerable<IAnswerReports> ports)
{
    private readonly IAnswerReports? _reports = ports.FirstOrDefault();
    private (string? Id, HashSet<long> Seqs) _reported = (null, []);

    /// <summary>A chat that an agent has talked in, and has or has solved.</summary>
    public bool CanDraft => _reports is not null && chat.Entries.Any(IsAgents)
        && (chat.IsMine || chat.View?.Item is { State: QueueState.Closed, CloseReason: CloseReasons.Solved });

    /// <summary>The article a line of the bot shows; null: it shows none, or nobody takes reports.</summary>
    public string? KeyOf(Line line) => _reports is null || line.Role != AuthorRole.Bot ? null : Shown(line.Seq);

    public async Task<bool> IsReportedAsync(long seq, CancellationToken cancellationToken)
    {
        if (_reported.Id != chat.Id && chat.Id is { } id && _reports is not null)
        {
            _reported = (id, [.. await _reports.ReportedAsync(id, cancellationToken)]);
        }

        return _reported.Seqs.Contains(seq);
    }

    public async Task<bool> ReportAsync(Line line)
    {
        var me = await session.RequireAsync();
        var done = KeyOf(line) is { } key && await _reports!.ReportAsync(
            new WrongAnswer(line.ConversationId, line.Seq, key, chat.View!.Conversation.Language, me.Id, me.Name), CancellationToken.None);
        if (done && _reported.Id == line.ConversationId)
        {
            _reported.Seqs.Add(line.Seq);
        }

        return done;
    }

    /// <summary>The key of the draft; null: there was nothing to make it from.</summary>
    public async Task<string?> DraftAsync()
    {
        var me = await session.RequireAsync();
        return !CanDraft ? null : await _reports!.DraftAsync(
            new SolvedChat(chat.Id!, chat.View!.Conversation.Language, Questions(), [.. chat.Entries.Where(IsAgents).Select(entry => entry.Text)], me.Id, me.Name),
            CancellationToken.None);
    }

    // What was asked of the articles, or looks like a question; else what the customer said first.
    private List<string> Questions()
    {
        var said = chat.Entries.Where(entry => entry is { Line.Role: AuthorRole.Customer, Deleted: false, Text.Length: > 0 }).ToList();
        var asked = said.Where(entry => entry.Text.AsSpan().ContainsAny('?', '؟') || chat.Insights[entry.Line.Seq].Any(insight => insight.Asked is not null));
        return [.. asked.DefaultIfEmpty(said.FirstOrDefault()).OfType<TranscriptEntry>().Select(entry => entry.Text)];
    }

    private string? Shown(long seq) => chat.Insights.SelectMany(line => line)
        .FirstOrDefault(insight => insight.Asked is { Outcome: KnowledgeNote.Answer } asked && asked.Line == seq)?.Asked is { Keys: [var key, ..] } ? key : null;

    private static bool IsAgents(TranscriptEntry entry) => entry is { Line.Role: AuthorRole.Agent, Deleted: false, Text.Length: > 0 };
}
