namespace Warmline.Torture.InServer;

/// <summary>What an agent asks of the desk's door.</summary>
internal sealed record DeskRequest(string Agent)
{
    public string Item { get; init; } = "";
    public string Conversation { get; init; } = "";
    public long Epoch { get; init; }
    public string Text { get; init; } = "";
    public string Key { get; init; } = "";
    public long Seen { get; init; }
}

/// <summary>What the door answers: the outcome's name, and what belongs to it.</summary>
internal sealed record DeskAnswer(string Outcome)
{
    public const string Accepted = "Accepted";
    public const string Said = "Said";
    public const string Refused = "Refused";
    public const string Done = "Done";

    public long Seq { get; init; }
    public IReadOnlyList<DeskItem> Items { get; init; } = [];
    public DeskView? View { get; init; }
}

/// <summary>Somebody who waits, or is talked to.</summary>
internal sealed record DeskItem(string Id, string Conversation);

/// <summary>A conversation as an agent sees it.</summary>
internal sealed record DeskView(string Owner, string? Agent, long Epoch, long LastSeq, string? Draft, long CustomerSeq);
