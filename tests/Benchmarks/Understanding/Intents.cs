namespace Warmline.Benchmarks.Understanding;

/// <summary>The product's labels as the sets call them.</summary>
internal static class Intents
{
    public const string OutOfScope = "out_of_scope";
    public const string HumanAgent = "human_agent";
    private const string GreetingOrThanks = "greeting_or_thanks";

    private static readonly HashSet<string> Tasks =
    [
        "order_status", "return_policy", "delivery", "payment", "cancel_or_change_order", "complaint", HumanAgent, "callback", "product_question",
    ];

    public static bool IsTask(string intent) => Tasks.Contains(intent);

    /// <summary>What is neither a task of a shop nor a courtesy is out of scope to the sets: they have no yes, no or back.</summary>
    public static string AsSetsCallIt(string intent) => IsTask(intent) || intent == GreetingOrThanks ? intent : OutOfScope;

    /// <summary>The <c>understand</c> command makes one of hello and thanks.</summary>
    public static string AsCommandCallsIt(string intent) => intent is "greeting" or "thanks" ? GreetingOrThanks : intent;
}
