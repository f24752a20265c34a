using Warmline.Handoff.Conversations;

namespace Warmline.Handoff.Desk.Assisting;

/// <summary>What is written for the agent of one open desk. Nothing of it goes anywhere until the agent takes it, and then into a draft or a note.</summary>
internal sealed class DeskAssistant(DeskSession session, OpenChat chat, IEnumerable<IAgentAssistant> ports) : IDisposable
{
    private const int LinesTranslated = 10;
    private const int LongestNote = 4000;
    private readonly IAgentAssistant? _assistant = ports.FirstOrDefault();
    private readonly CancellationTokenSource _left = new();
    private DeskResult? _result;
    private string? _workingFor;

    /// <summary>What may be asked for in the open chat now.</summary>
    public IEnumerable<DeskWish> Wishes => _assistant is null || chat.View is null || chat.Entries.Count == 0 ? [] : Enum.GetValues<DeskWish>().Where(IsOffered);

    public bool IsWorking => _workingFor is not null && _workingFor == chat.Id;

    /// <summary>Of the open chat only: what was written for another one is not shown.</summary>
    public DeskResult? Result => _result?.ConversationId == chat.Id ? _result : null;

    /// <summary>Asks, and waits. A second wish while the first is being written is not heard.</summary>
    public async Task AskAsync(DeskWish wish)
    {
        await session.RequireAsync();
        if (_workingFor is not null || chat.Id is not { } id || !Wishes.Contains(wish))
        {
            return;
        }

        (_workingFor, _result) = (id, null);
        try
        {
            var (task, input) = Input(wish, id);
            var draft = chat.Draft;
            var text = input.Lines.Count == 0 ? null : await _assistant!.WriteAsync(task, input, _left.Token);
            _result = new(id, wish, input.Language, text, draft);
        }
        finally
        {
            _workingFor = null;
        }
    }

    /// <summary>A reply or translation becomes the draft (the words it translates give way to it), a summary a note.</summary>
    public async Task TakeAsync(string label)
    {
        if (Result is not { CanBeTaken: true, Text: { } text } result)
        {
            return;
        }

        if (result.Wish == DeskWish.Summary)
        {
            var note = $"{label}\n{text}";
            await chat.AddNoteAsync(note[..Math.Min(note.Length, LongestNote)]);
        }
        else
        {
            await chat.TakeDraftAsync(text, result.Wish == DeskWish.TranslateDraft ? result.Draft : null);
        }

        _result = null;
    }

    public void Discard() => _result = null;

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    private bool IsOffered(DeskWish wish)
    {
        var isForeign = chat.View!.Conversation.Language != session.Texts.Language;
        return wish switch
        {
            DeskWish.Summary => Has(AssistantTasks.Summary),
            DeskWish.Reply => Has(AssistantTasks.Reply) && chat.IsMine,
            DeskWish.TranslateCustomer => Has(AssistantTasks.Translation) && isForeign,
            DeskWish.TranslateDraft => Has(AssistantTasks.Translation) && isForeign && chat.IsMine && !string.IsNullOrWhiteSpace(chat.Draft),
            _ => throw new InvalidOperationException($"Unknown wish {wish}."),
        };
    }

    private bool Has(AssistantTasks task) => _assistant!.Offers.HasFlag(task);

    private (AssistantTasks Task, AssistantInput Input) Input(DeskWish wish, string id)
    {
        var (ours, theirs) = (session.Texts.Language, chat.View!.Conversation.Language);
        var said = chat.Entries.Where(entry => !entry.Deleted && entry.Text.Length > 0).Select(entry => new AssistantLine(entry.Line.Role, entry.Text)).ToList();
        return wish switch
        {
            DeskWish.Summary => (AssistantTasks.Summary, new(id, ours, said)),
            DeskWish.Reply => (AssistantTasks.Reply, new(id, theirs, said)),
            DeskWish.TranslateCustomer => (AssistantTasks.Translation, new(id, ours, [.. said.Where(line => line.Role == AuthorRole.Customer).TakeLast(LinesTranslated)])),
            DeskWish.TranslateDraft => (AssistantTasks.Translation, new(id, theirs, [new(AuthorRole.Agent, chat.Draft ?? "")])),
            _ => throw new InvalidOperationException($"Unknown wish {wish}."),
        };
    }
}
