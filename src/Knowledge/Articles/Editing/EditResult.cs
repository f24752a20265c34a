namespace Warmline.Knowledge.Articles.Editing;

/// <summary>Why a verb did nothing.</summary>
internal enum EditRefusal
{
    /// <summary>Neither editor nor admin.</summary>
    NoRight,

    NotFound,

    /// <summary>The key is taken.</summary>
    AlreadyThere,

    /// <summary>The state has no such move: nothing submitted to send back, nothing live to undo.</summary>
    WrongState,

    /// <summary>It must be submitted for review first.</summary>
    NeedsReview,

    /// <summary>The one who wrote or submitted it cannot publish it.</summary>
    NeedsAnotherPerson,

    /// <summary>Somebody changed it since it was read.</summary>
    Changed,

    /// <summary>See <see cref="EditResult.Problems"/>.</summary>
    Invalid,

    /// <summary>The time has passed already.</summary>
    TimeHasPassed,
}

/// <summary>
/// What became of a verb: <see cref="Refusal"/> null and the number of the new version, or why not. <see cref="GoesLiveAt"/> (UTC)
/// and <see cref="Shift"/> are set by Schedule.
/// </summary>
internal sealed record EditResult(EditRefusal? Refusal, int? Number)
{
    public IReadOnlyList<ContentProblem> Problems { get; init; } = [];

    public DateTime? GoesLiveAt { get; init; }

    public TimeShift Shift { get; init; }

    public bool IsDone => Refusal is null;

    public static EditResult Done(int? number = null) => new(null, number);

    public static EditResult Refused(EditRefusal refusal) => new(refusal, null);

    public static EditResult Invalid(IReadOnlyList<ContentProblem> problems) => new(EditRefusal.Invalid, null) { Problems = problems };
}

/// <summary>What became of a save.</summary>
internal abstract record SaveResult
{
    /// <summary>Stored; the next save begins from <paramref name="Version"/>.</summary>
    public sealed record Saved(long Version) : SaveResult;

    /// <summary>
    /// Nothing was stored: <paramref name="By"/> changed it meanwhile. <paramref name="Diff"/> leads from theirs to ours.
    /// Saving again from <paramref name="Version"/> writes over theirs, which stays in the history.
    /// </summary>
    public sealed record Conflict(ArticleContent Theirs, long Version, string By, DateTime At, IReadOnlyList<FieldDiff> Diff) : SaveResult;

    public sealed record Refused(EditRefusal Reason, IReadOnlyList<ContentProblem> Problems) : SaveResult;
}
