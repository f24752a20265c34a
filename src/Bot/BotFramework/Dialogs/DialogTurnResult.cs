namespace BotFramework.Dialogs;

/// <summary>Where a dialog stands after a turn.</summary>
public enum DialogTurnStatus
{
    /// <summary>No dialog is on the stack.</summary>
    Empty,

    /// <summary>A dialog waits for the customer.</summary>
    Waiting,

    /// <summary>The last dialog ended, perhaps with a result.</summary>
    Complete,

    /// <summary>All dialogs were dropped.</summary>
    Cancelled,
}

/// <summary>Why a dialog is called.</summary>
public enum DialogReason
{
    BeginCalled,
    ContinueCalled,
    EndCalled,
    ReplaceCalled,
    CancelCalled,
    NextCalled,
}

/// <summary>What a dialog says to the one that called it. The result lives inside the turn only.</summary>
public sealed record DialogTurnResult(DialogTurnStatus Status, object? Result = null);
