namespace Warmline.Knowledge.Asked;

/// <summary>What came of a question.</summary>
public enum AskedOutcome
{
    /// <summary>Nothing fitted.</summary>
    None = 0,

    /// <summary>Several articles were offered to choose from.</summary>
    Choices = 1,

    /// <summary>An article was shown.</summary>
    Answer = 2,

    /// <summary>An article asked back which of its cases is meant.</summary>
    AskedBack = 3,
}
