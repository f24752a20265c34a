namespace Warmline.Bot.Understanding;

/// <summary>What a customer may want. Rule files name these in snake case.</summary>
internal enum Intent
{
    Other,
    OrderStatus,
    ReturnPolicy,
    Delivery,
    Payment,
    CancelOrChangeOrder,
    Complaint,
    HumanAgent,
    Callback,

    /// <summary>"Are you a robot?" wants an honest answer, not yet a person.</summary>
    BotOrHuman,
    ProductQuestion,
    Greeting,
    Thanks,
    Yes,
    No,

    /// <summary>Stop what we are doing now; never "cancel my order".</summary>
    Cancel,
    Back,
    LeaveQueue,
}
