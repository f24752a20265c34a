using System.ComponentModel.DataAnnotations;

namespace Warmline.Handoff;

/// <summary>The databases one model is written for.</summary>
public enum DatabaseProvider
{
    /// <summary>A file, nothing to install; one process writes to it.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server.</summary>
    SqlServer,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,
}

/// <summary>Settings of the conversation log, the queue and the desk.</summary>
public sealed class HandoffOptions
{
    /// <summary>Which database the connection string speaks to. Default: SQLite.</summary>
    public DatabaseProvider Provider { get; set; }

    /// <summary>ADO.NET connection string.</summary>
    [Required]
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Redis between several nodes (host:port and the client's further settings): lines and typing show at once on every node. Without
    /// it, or while it is away, nodes notice each other's lines within seconds. Default: none.
    /// </summary>
    public string? Redis { get; set; }

    /// <summary>A waiting customer whom nobody took for this long is told so, and offered a call or a message. Default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan TellUnansweredAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>An agent whose desk is gone this long while a customer waits for an answer loses the chat to the queue. Default 3 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "1.00:00:00")]
    public TimeSpan AgentGoneAfter { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>A closed conversation goes on, when the customer comes back, for this long; later a new one starts. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan ContinueAfterClose { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Wrong proofs of ownership within <see cref="ProofWindow"/> before a visitor is sent to a person. Default 5.</summary>
    [Range(1, 1000)]
    public int ProofAttemptsPerVisitor { get; set; } = 5;

    /// <summary>The same for all visitors of one network address. Default 20.</summary>
    [Range(1, 1_000_000)]
    public int ProofAttemptsPerAddress { get; set; } = 20;

    /// <summary>How long a wrong proof counts. Default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan ProofWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Origins whose pages may show the desk's in a frame, the sign-in included, such as those of Teams. Default: none.</summary>
    public IList<string> FrameAncestors { get; } = [];

    /// <summary>Other pages of the staff, linked from the desk's. Default: none.</summary>
    public IList<DeskLink> Links { get; } = [];
}

/// <summary>A page for those who have one of the roles: its path from the host's root, its title by language.</summary>
public sealed record DeskLink(string Path, Func<string, string> TitleIn, IReadOnlyList<string> Roles);
