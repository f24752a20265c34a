using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Files;
using Warmline.Handoff.Policy;
using Warmline.Handoff.Queue;

namespace Warmline.Handoff.Desk;

/// <summary>The conversation that is open on one desk, and what its agent does there.</summary>
internal sealed class OpenChat(
    DeskSession session, DeskLists lists, ConversationLog log, WaitingRoom room, AgentConversations conversations, Notes notes)
{
    private const int Page = 500;
    private static readonly TimeSpan TypingShownFor = TimeSpan.FromSeconds(5);
    private static readonly ILookup<long, FileInLine> NoFiles = Array.Empty<FileInLine>().ToLookup(file => file.Seq);
    private static readonly ILookup<long, TurnInsight> NoInsights = Array.Empty<TurnInsight>().ToLookup(_ => 0L);
    private readonly List<Line> _lines = [];
    private readonly List<Decision> _decisions = [];
    private (DateTime Until, AuthorRole Role) _typing;
    private long _seenSeq;

    public string? Id { get; private set; }

    public ConversationView? View { get; private set; }

    public string? CustomerName { get; private set; }

    public IReadOnlyList<TranscriptEntry> Entries { get; private set; } = [];

    public IReadOnlyList<Note> Notes { get; private set; } = [];

    /// <summary>Files by the number of their line.</summary>
    public ILookup<long, FileInLine> Files { get; private set; } = NoFiles;

    /// <summary>What the bot made of the customer's lines, by the number of the line in the log.</summary>
    public ILookup<long, TurnInsight> Insights { get; private set; } = NoInsights;

    /// <summary>What the agent is writing, as far as the page told.</summary>
    public string? Draft { get; private set; }

    /// <summary>How often a text was put into the draft past the page: each time it must be shown anew.</summary>
    public int DraftsTaken { get; private set; }

    /// <summary>Words that could not be sent because the conversation is no longer the agent's.</summary>
    public string? Unsent { get; private set; }

    public bool Missing { get; private set; }

    public bool IsMine => View is { Conversation.Owner: Owner.Agent } view && view.Conversation.OwnerAgentId == session.Me?.Id;

    public QueueItem? WaitingItem => View is { Conversation.Owner: Owner.Queue, Item.State: QueueState.Requested } view ? view.Item : null;

    /// <summary>Who is typing on the other side now, if anybody.</summary>
    public AuthorRole? WhoTypes => _typing.Until > session.Clock.Now ? _typing.Role : null;

    public void Open(string? conversationId)
    {
        (Id, View, CustomerName, Draft, Unsent, Missing) = (conversationId, null, null, null, null, false);
        (Entries, Notes, Files, Insights, _typing, _seenSeq) = ([], [], NoFiles, NoInsights, default, 0);
        _lines.Clear();
        _decisions.Clear();
    }

    /// <summary>Reads what is new. Called by the page's loop only, so never twice at a time.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (Id is not { } id)
        {
            return;
        }

        await session.RequireAsync(cancellationToken);
        var view = await room.ViewAsync(id, cancellationToken);
        var fresh = view is null ? [] : await ReadNewAsync(id, cancellationToken);
        var files = fresh.Count > 0 ? await log.FilesAsync(id, 0, cancellationToken) : null;
        var decisions = await room.DecisionsAsync(id, _decisions.Count > 0 ? _decisions[^1].Seq : 0, cancellationToken);
        var notesNow = await notes.ListAsync(id, cancellationToken);
        var name = await lists.NameAsync(id, cancellationToken);
        if (id == Id)
        {
            Files = files?.ToLookup(file => file.Seq) ?? Files;
            Take(view, fresh, notesNow, name);
            TakeDecisions(decisions, fresh.Count > 0);
        }
    }

    /// <summary>How the transcript counts a line of the log; null for one that it does not show.</summary>
    public long? NumberOf(long seq) => Entries.FirstOrDefault(e => e.Line.Seq == seq)?.Number;

    public void SeeTyping(Typing typing)
    {
        if (typing.Role is AuthorRole.Customer or AuthorRole.Bot)
        {
            _typing = (session.Clock.Now + TypingShownFor, typing.Role);
        }
    }

    /// <summary>Null when it was said; else why not, in words. The words stay with the agent.</summary>
    public async Task<string?> SayAsync(string text, string key)
    {
        var me = await session.RequireAsync();
        if (Id is null || View is null)
        {
            return session.Texts["say.refused"];
        }

        // Empty while the words are on their way: a draft kept at the same moment must not bring them back.
        Draft = null;
        var result = await conversations.SayAsync(me, Id, View.Conversation.Epoch, text, key, CancellationToken.None);
        if (result is SayResult.Said)
        {
            return null;
        }

        Draft = text;
        if (result is SayResult.BadText)
        {
            return session.Texts.Say("say.bad_text", AgentConversations.LongestText);
        }

        Unsent = text;
        return session.Texts["say.refused"];
    }

    public async Task ShowTypingAsync()
    {
        var me = await session.RequireAsync();
        if (IsMine)
        {
            conversations.ShowTyping(me, Id!);
        }
    }

    public async Task KeepDraftAsync(string text)
    {
        Draft = text.Length == 0 ? null : text[..Math.Min(text.Length, AgentConversations.LongestText)];
        await KeepAsync();
    }

    /// <summary>A text the agent took becomes the draft, in place of some words if they are still there, else behind what is there.</summary>
    public Task TakeDraftAsync(string text, string? insteadOf)
    {
        DraftsTaken++;
        return KeepDraftAsync(Draft is null || Draft == insteadOf ? text : $"{Draft}\n{text}");
    }

    /// <summary>The page shows everything up to its last line to somebody.</summary>
    public async Task SawAllAsync()
    {
        if (IsMine && _lines.Count > 0 && _lines[^1].Seq > _seenSeq)
        {
            _seenSeq = _lines[^1].Seq;
            await KeepAsync();
        }
    }

    public async Task<bool> CloseAsync(string reason)
    {
        await KeepAsync();
        return await conversations.CloseAsync(await session.RequireAsync(), Id!, reason, CancellationToken.None);
    }

    public async Task AddNoteAsync(string text) =>
        await notes.AddAsync(await session.RequireAsync(), Id!, text, CancellationToken.None);

    private async Task KeepAsync()
    {
        var me = await session.RequireAsync();
        if (IsMine)
        {
            await conversations.KeepAsync(me, Id!, Draft, _seenSeq, CancellationToken.None);
        }
    }

    private async Task<List<Line>> ReadNewAsync(string id, CancellationToken cancellationToken)
    {
        var fresh = new List<Line>();
        IReadOnlyList<Line> page;
        do
        {
            var after = fresh.Count > 0 ? fresh[^1].Seq : _lines.Count > 0 ? _lines[^1].Seq : 0;
            page = await log.ReadAsync(id, after, Page, cancellationToken);
            fresh.AddRange(page);
        }
        while (page.Count == Page);
        return fresh;
    }

    private void Take(ConversationView? view, List<Line> fresh, IReadOnlyList<Note> notesNow, string? name)
    {
        var wasMine = IsMine;
        (View, Missing, Notes, CustomerName) = (view, view is null, notesNow, name);
        if (fresh.Count > 0)
        {
            _lines.AddRange(fresh);
            Entries = Transcript.Fold(_lines);
            _typing = fresh.Exists(l => l.Role == _typing.Role) ? default : _typing;
        }

        if (!wasMine && IsMine)
        {
            (Draft, _seenSeq, Unsent) = (view!.Item?.Draft, view.Item?.SeenSeq ?? 0, null);
        }
        else if (wasMine && !IsMine)
        {
            (Unsent, Draft) = (Unsent ?? Draft, null);
        }
    }

    private void TakeDecisions(IReadOnlyList<Decision> decisions, bool isMoreSaid)
    {
        if (isMoreSaid || decisions.Count > 0)
        {
            _decisions.AddRange(decisions);
            Insights = Transcript.Place(_decisions, Entries);
        }
    }
}
