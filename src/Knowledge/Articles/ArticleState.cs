namespace Warmline.Knowledge.Articles;

/// <summary>Where the working copy of an article in one language stands. What customers read is told by the published number.</summary>
internal enum ArticleState
{
    /// <summary>Being written; an older version may be live meanwhile.</summary>
    Draft = 0,

    /// <summary>Waits for another person.</summary>
    InReview = 1,

    /// <summary>The working copy is what customers read.</summary>
    Published = 2,

    /// <summary>Put away; customers do not read it.</summary>
    Archived = 3,
}

/// <summary>What a version in the history is.</summary>
internal enum VersionKind
{
    Published = 0,

    /// <summary>Waits for its time.</summary>
    Scheduled = 1,

    ScheduleCancelled = 2,

    /// <summary>An older version became the draft again.</summary>
    Restored = 3,

    Archived = 4,

    /// <summary>Taken from the customers, the draft stays.</summary>
    Withdrawn = 5,

    /// <summary>A publish was taken back: what was live before it is live again.</summary>
    Undone = 6,

    Submitted = 7,

    SentBack = 8,

    /// <summary>Came from a file, as a draft.</summary>
    Imported = 9,

    /// <summary>Somebody's draft, kept before another person wrote over it.</summary>
    Kept = 10,
}
