namespace Warmline.Handoff.Promises;

/// <summary>Where a promised call stands.</summary>
public enum CallbackState
{
    /// <summary>Promised for a slot.</summary>
    Scheduled,

    /// <summary>Due soon, and the desk has pointed at it.</summary>
    Reminded,

    /// <summary>An agent is calling.</summary>
    Claimed,

    /// <summary>The customer was spoken to.</summary>
    Reached,

    /// <summary>Nobody answered, as often as the shop tries.</summary>
    NoAnswer,

    /// <summary>The number is not the customer's; the right one is awaited.</summary>
    WrongNumber,

    /// <summary>The customer no longer wants it.</summary>
    Cancelled,

    /// <summary>The time is over and nobody called: still owed.</summary>
    Missed,
}

/// <summary>What came of a call.</summary>
internal enum CallResult
{
    Reached,
    NoAnswer,
    WrongNumber,
}

/// <summary>A callback was asked to do what its state does not allow.</summary>
internal sealed class CallbackMoveException(CallbackState state, string move)
    : InvalidOperationException($"A callback that is {state} can't {move}.");
