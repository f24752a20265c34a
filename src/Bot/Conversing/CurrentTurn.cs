using BotFramework.Builder;
using BotFramework.Schema;
using Warmline.Bot.Channels;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Policy;

namespace Warmline.Bot.Conversing;

/// <summary>What a turn read, and everything it wants to happen; dialogs write here, and the commit stores it whole.</summary>
internal sealed class CurrentTurn(TurnInput input)
{
    private const int LongestFact = 1000;
    private readonly List<BotLine> _lines = [];
    private readonly List<Fact> _facts = [];
    private readonly List<ProofAttempt> _proofs = [];
    private readonly List<TaskRequest> _tasks = [];
    private Move? _move;

    public TurnInput Input { get; } = input;

    /// <summary>The language to answer in; dialogs change it when the customer changes theirs.</summary>
    public string Language { get; set; } = input.Language;

    public string? DialogState { get; set; } = input.DialogState;

    /// <summary>What was made of the customer's lines, for the team.</summary>
    public TurnInsight? Insight { get; set; }

    /// <summary>What was asked of the shop's articles.</summary>
    public KnowledgeNote? Asked { get; set; }

    /// <summary>Whether the last answer helped, if the customer says so.</summary>
    public bool? Helped { get; set; }

    /// <summary>How many lines are to be said so far.</summary>
    public int LineCount => _lines.Count;

    /// <summary>What is to be said is the truth about a failure, not an answer.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>What is to be said, as the customer will read it.</summary>
    public string Said => string.Join('\n', _lines.Where(line => line.Kind == LineKind.Said).Select(line => line.Text));

    public bool HasMove => _move is not null;

    public static CurrentTurn Of(ITurnContext context) =>
        context.TurnState.Get<CurrentTurn>() ?? throw new InvalidOperationException("This turn was not begun by the log.");

    public string? FactOf(string name) =>
        _facts.FindLast(f => f.Name == name)?.Value ?? Input.Facts.GetValueOrDefault(name);

    public void Say(Activity activity) => _lines.Add(new BotLine(
        activity.Type == ActivityTypes.Message ? LineKind.Said : LineKind.Event, ReadableText.OfReply(activity), ProtocolJson.Write(activity)));

    public void Learn(string name, string value) =>
        _facts.Add(new Fact(name, KeptText.Of(value, LongestFact), Input.LastSeq));

    public void Prove(ProofAttempt attempt) => _proofs.Add(attempt);

    public void Ask(TaskRequest task) => _tasks.Add(task);

    /// <summary>One change of owner per turn; the first one counts.</summary>
    public void Make(Move move) => _move ??= move;

    /// <summary>Forgets what was to be said and done: the turn failed.</summary>
    public void Discard()
    {
        _lines.Clear();
        _facts.Clear();
        _proofs.Clear();
        _tasks.Clear();
        _move = null;
        (Insight, Asked, Helped) = (null, null, null);
        DialogState = null;
        GaveUp = true;
    }

    public Turn ToTurn() => new(Input.ConversationId, Input.Epoch, Input.Cursor, Math.Max(LastRead, 0))
    {
        Lines = _lines,
        DialogState = DialogState,
        Language = Language == Input.Language ? null : Language,
        Facts = _facts,
        ShopCustomerId = Input.Customer?.ShopId,
        Proofs = _proofs,
        Tasks = _tasks,
        EndsTasks = Input.FinishedTasks.Count > 0,
        Move = _move,
        Insight = Insight is null ? null : Insight with { Asked = Asked, Helped = Helped },
    };

    private long LastRead => Input.Unread.Count > 0 ? Input.Unread[^1].Seq : Input.Cursor;
}
