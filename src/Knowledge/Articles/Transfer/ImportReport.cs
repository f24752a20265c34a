namespace Warmline.Knowledge.Articles.Transfer;

/// <summary>What an import does with a text, or in a dry run would do.</summary>
internal enum ImportOutcome
{
    Refused = 0,

    /// <summary>The same as what is there: no new version.</summary>
    Unchanged = 1,

    Drafted = 2,

    /// <summary>Was to be published, but another person must do that.</summary>
    InReview = 3,

    Published = 4,
}

/// <summary>One text of the file. <see cref="PropertiesChanged"/>: tags, dates, audience or review became others.</summary>
internal sealed record ImportLine(string Place, string Key, string Language, ImportOutcome Outcome, IReadOnlyList<ContentProblem> Problems)
{
    public bool PropertiesChanged { get; init; }
}

/// <summary>Line for line, in the order of the file. A refused line does not keep the others out.</summary>
internal sealed record ImportReport(IReadOnlyList<ImportLine> Lines, bool DryRun)
{
    public int Count(ImportOutcome outcome) => Lines.Count(line => line.Outcome == outcome);
}

/// <summary>What was read from a file or a folder: texts, and what could not be read.</summary>
internal sealed record ArticleRows(IReadOnlyList<ArticleRow> Rows, IReadOnlyList<ImportLine> Refused)
{
    public static ArticleRows None(string place, ContentFault fault, string detail) => new([], [Refusal(place, fault, detail)]);

    public static ImportLine Refusal(string place, ContentFault fault, string detail, string key = "", string language = "") =>
        new(place, key, language, ImportOutcome.Refused, [new ContentProblem(fault, "File", detail)]);
}
