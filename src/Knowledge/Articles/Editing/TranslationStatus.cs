namespace Warmline.Knowledge.Articles.Editing;

/// <summary>How an article in one language stands to its source language.</summary>
internal enum TranslationStatus
{
    /// <summary>It is the source.</summary>
    Source = 0,

    /// <summary>Customers can read nothing in this language.</summary>
    Missing = 1,

    /// <summary>The source says something else than when this was published.</summary>
    Stale = 2,

    Current = 3,
}
