namespace Warmline.Bot.Understanding;

/// <summary>What a customer may want. Rule and phrase files name these in snake case.</summary>
internal enum Intent
{
    /// <summary>Nothing this shop's bot can do; files call it <c>out_of_scope</c>.</summary>
    Other,
    OrderStatus,
    ReturnPolicy,
    Delivery,
    Payment,
    CancelOrChangeOrder,
    Complaint,
    HumanAgent,
    Callback,
    ProductQuestion,

    /// <summary>Other things of a shop: account, vouchers, opening hours.</summary>
    GeneralQuestion,

    /// <summary>"Are you a robot?" wants an honest answer, not yet a person.</summary>
    BotOrHuman,
    Greeting,
    Thanks,

    /// <summary>An answer without a wish: a name, a size, a date.</summary>
    Inform,
    Yes,
    No,

    /// <summary>Stop what we are doing now; never "cancel my order".</summary>
    Cancel,
    Back,
    LeaveQueue,
}

/// <summary>How files and commands call the intents.</summary>
internal static class IntentNames
{
    private const string OutOfScope = "out_of_scope";
    private static readonly string[] Names = [.. Enum.GetValues<Intent>().Select(intent => intent == Intent.Other ? OutOfScope : Snake(intent.ToString()))];
    private static readonly Dictionary<string, Intent> ByName = Enum.GetValues<Intent>().ToDictionary(Of, StringComparer.Ordinal);

    public static string Of(Intent intent) => Names[(int)intent];

    /// <summary><c>OrderStatus</c> is <c>order_status</c>.</summary>
    public static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{c}" : $"{c}")).ToLowerInvariant();

    public static Intent? Find(string name) => ByName.TryGetValue(name, out var intent) ? intent : null;
}
