using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs;

/// <summary>Asks back once: with what the customer most likely means, or, when it is nothing of a shop, with what the bot can do.</summary>
internal static class Clarifying
{
    private const int MostChoices = 3;

    private static readonly string[] Usual = ["Quick.Order", "Quick.Returns", "Quick.Callback"];

    private static readonly Dictionary<Intent, string> Choices = new()
    {
        [Intent.OrderStatus] = "Quick.Order",
        [Intent.ReturnPolicy] = "Quick.Returns",
        [Intent.Delivery] = "Quick.Delivery",
        [Intent.Payment] = "Quick.Payment",
        [Intent.CancelOrChangeOrder] = "Quick.Change",
        [Intent.Complaint] = "Quick.Complaint",
        [Intent.Callback] = "Quick.Callback",
    };

    public static Task AskAsync(Talk talk, CancellationToken cancellationToken)
    {
        var likely = talk.Understood.Intents
            .Where(score => score.Confidence >= IntentScore.Likely && Choices.ContainsKey(score.Intent))
            .Select(score => Choices[score.Intent]).Take(MostChoices).ToList();
        var foreign = likely.Count == 0 && talk.Understood.Top is { Intent: Intent.Other, Confidence: >= IntentScore.Sure };
        var buttons = likely.Concat(Usual).Distinct(StringComparer.Ordinal).Take(MostChoices).Append("Quick.Person").Select(talk.Label);
        return talk.AskAsync(foreign ? "OutOfScope" : "Clarify", buttons, cancellationToken);
    }
}
