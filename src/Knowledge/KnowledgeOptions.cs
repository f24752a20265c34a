using System.ComponentModel.DataAnnotations;
using System.Security.Claims;

namespace Warmline.Knowledge;

/// <summary>Where the shop's articles live and which values their placeholders show.</summary>
public sealed class KnowledgeOptions
{
    internal const string Sqlite = "Sqlite";
    internal const string SqlServer = "SqlServer";
    internal const string PostgreSql = "PostgreSql";

    /// <summary><c>Sqlite</c> (default), <c>SqlServer</c> or <c>PostgreSql</c>.</summary>
    [AllowedValues(Sqlite, SqlServer, PostgreSql, ErrorMessage = "Knowledge: Provider must be Sqlite, SqlServer or PostgreSql.")]
    public string Provider { get; set; } = Sqlite;

    /// <summary>The database's connection string; with SQLite the same file may serve other modules too.</summary>
    [Required(ErrorMessage = "Knowledge: ConnectionString is missing.")]
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Values for placeholders in articles (<c>returns.windowDays</c> → <c>14</c>), asked for every answer so that a changed
    /// policy shows at once. An article whose placeholder has no value is not shown. Default: none.
    /// </summary>
    public Func<IReadOnlyDictionary<string, string>> Placeholders { get; set; } =
        static () => System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The shop's time zone, a name of the tz database; scheduled articles go live by its clocks. Default <c>Europe/Warsaw</c>.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/Warsaw";

    /// <summary>How long customers' questions are kept for the editors. Default 180 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan KeepQuestionsFor { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Whether another person must publish every article, not only those that ask for it. Default: no.</summary>
    public bool ArticlesNeedReview { get; set; }

    /// <summary>Origins whose pages may show the editor's in a frame, such as those of Teams. Default: none.</summary>
    public IList<string> FrameAncestors { get; } = [];

    /// <summary>Other pages of the staff, linked from the editor's.</summary>
    public IList<StaffLink> Links { get; } = [];

    /// <summary>Where the staff's session is changed. Null: nowhere. Default: nowhere.</summary>
    public StaffSession? Session { get; set; }

    /// <summary>
    /// Where those with one of its roles read a conversation: its path ends where the conversation's id goes. Null: nowhere. Default: nowhere.
    /// </summary>
    public StaffLink? Transcripts { get; set; }

    /// <summary>Whether the account behind a page that is open for a while may still work. Asked before each thing an editor does. Default: yes.</summary>
    public Func<ClaimsPrincipal, CancellationToken, ValueTask<bool>> IsStillStaff { get; set; } = static (_, _) => ValueTask.FromResult(true);
}

/// <summary>A page for those who have one of the roles; its title by language.</summary>
public sealed record StaffLink(string Path, Func<string, string> TitleIn, IReadOnlyList<string> Roles);

/// <summary>
/// Paths of the host: two that take a form with an antiforgery token, one the <c>language</c> an editor chose (and in <c>to</c> where to go
/// on), one the wish to sign out; and a page to change one's password.
/// </summary>
public sealed record StaffSession(string LanguagePath, string EndPath, string PasswordPath);
