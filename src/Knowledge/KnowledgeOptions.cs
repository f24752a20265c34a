using System.ComponentModel.DataAnnotations;

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

    /// <summary>Whether another person must publish every article, not only those that ask for it. Default: no.</summary>
    public bool ArticlesNeedReview { get; set; }
}
