namespace Warmline.Knowledge.Answers.Model;

/// <summary>Why there is no text.</summary>
internal enum ModelFault
{
    None,

    /// <summary>The budget of the conversation or the day is used up.</summary>
    Spent,

    /// <summary>Too many texts are being written just now.</summary>
    Busy,

    /// <summary>It failed a moment ago and is left alone.</summary>
    Resting,

    /// <summary>It did not begin, or end, in time.</summary>
    Slow,

    /// <summary>It, or the way to it, failed.</summary>
    Failed,

    /// <summary>It stopped before it was done.</summary>
    Cut,

    /// <summary>It said nothing.</summary>
    Empty,

    /// <summary>It said something that is not let through.</summary>
    Refused,
}

/// <summary>All that was written, every sentence of it accepted; or why there is nothing. Never a part.</summary>
internal sealed record ModelReply(string? Text, ModelFault Fault);
