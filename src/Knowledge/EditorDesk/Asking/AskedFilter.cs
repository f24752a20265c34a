using Warmline.Knowledge.Articles;

namespace Warmline.Knowledge.EditorDesk.Asking;

/// <summary>Which topics a page shows; null: any. It stands in the address, so that the way back leads to the same list.</summary>
internal sealed record AskedFilter(string? Language, TopicKind? Kind, int Days, bool Open, bool Dismissed = false)
{
    public const int Month = 30;
    public static readonly IReadOnlyList<int> Periods = [7, Month, 90, 180];

    public IReadOnlyList<string> Languages => Language is null ? ArticleLanguages.All : [Language];

    public string Query => $"?language={Language ?? "any"}&kind={Kind}&days={Days}{(Open ? "&open=true" : "")}{(Dismissed ? "&dismissed=true" : "")}";

    /// <summary>As it stood in an address; what is no filter there is left out.</summary>
    /// <param name="own">The editor's language, where the address names none.</param>
    public static AskedFilter Of(string? language, string? kind, int? days, bool? open, bool? dismissed, string own) => new(
        ArticleLanguages.All.Contains(language) ? language : language is null ? own : null,
        Enum.TryParse<TopicKind>(kind, out var known) && Enum.IsDefined(known) ? known : null,
        days is { } some && Periods.Contains(some) ? some : Month,
        open == true,
        dismissed == true);

    public DateTime Since(TimeProvider time) => time.GetUtcNow().UtcDateTime.AddDays(-Days);
}
