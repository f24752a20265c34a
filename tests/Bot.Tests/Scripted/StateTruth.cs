namespace Warmline.Bot.Tests.Scripted;

/// <summary>
/// Which sentences about the state of an order are true, by the words of the database for states; nothing here asks the bot's own decisions.
/// The shop knows no dates, so whatever speaks of a day, a delay or a loss is never true.
/// </summary>
internal static class StateTruth
{
    // What a sentence must not claim of an order in another state.
    private static readonly string[] OfState =
    [
        "Order.Status.", "Order.Late", "Order.NewDay", "Order.NoNewDay", "Order.Pickup", "Order.NotReached", "Order.WhenDelivered", "Order.WhenPickup", "Order.WhenCourier", "Order.WhenBy", "Order.Refund", "Return.No.", "Return.Yes.", "Return.LatePerson",
        "Change.Cancel.In", "Change.Cancel.Is", "Change.Address.InPreparation", "Change.Address.Is", "Change.Is", "Change.WasModified", "Change.StateUnknown", "Change.CauseNotAccepted",
    ];

    private static readonly Dictionary<string, string[]> True = new()
    {
        ["pending"] = ["Order.Status.Placed", "Return.No.CanBeCancelled"],
        ["processed"] = ["Order.Status.Packed", "Return.No.OnItsWay", "Change.Cancel.InPreparation", "Change.Address.InPreparation"],
        ["delivered"] = ["Order.Status.Delivered", "Return.Yes.NoLastDay", "Change.Cancel.IsDelivered", "Change.Address.IsDelivered"],
        ["cancelled"] = ["Order.Status.Cancelled", "Return.No.OrderCancelled", "Change.IsCancelled"],
    };

    public static bool IsOfState(string key) => OfState.Any(start => key.StartsWith(start, StringComparison.Ordinal));

    /// <param name="key">Of a sentence of the bot.</param>
    /// <param name="status">τ²'s word.</param>
    /// <param name="cause">Why the customer wants to cancel, where this is spoken of.</param>
    public static bool Is(string key, string status, Cause cause) =>
        True[status].Contains(key) || (key == "Change.CauseNotAccepted" && status == "pending" && cause == Cause.Cheaper);

    /// <summary>What an honest answer says to a wish that the rules don't allow, or to the question where an order is.</summary>
    public static string Answer(Script script) => (script.Goal, script.Order.Status) switch
    {
        (Goal.Status, var status) => True[status][0],
        (Goal.Return or Goal.Exchange, "pending") => "Return.No.CanBeCancelled",
        (Goal.Return or Goal.Exchange, "processed") => "Return.No.OnItsWay",
        (Goal.Return or Goal.Exchange, "cancelled") => "Return.No.OrderCancelled",
        (_, "cancelled") => "Change.IsCancelled",
        (_, "processed") => $"Change.{script.Goal}.InPreparation",
        (_, "delivered") => $"Change.{script.Goal}.IsDelivered",
        (Goal.Cancel, "pending") => "Change.CauseNotAccepted",
        _ => throw new InvalidOperationException($"{script} is allowed."),
    };
}
