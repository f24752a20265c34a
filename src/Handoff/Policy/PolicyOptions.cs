using System.ComponentModel.DataAnnotations;

namespace Warmline.Handoff.Policy;

/// <summary>When a shop wants a person to come. Section <c>Warmline:Policy</c>.</summary>
public sealed class PolicyOptions : IValidatableObject
{
    /// <summary>Where a host keeps these settings.</summary>
    public const string Section = "Warmline:Policy";

    /// <summary>From this tension on a person is offered. Default 0.5.</summary>
    [Range(0.05, 1.0)]
    public double OfferFrom { get; set; } = 0.5;

    /// <summary>From this tension on the conversation goes to a person at once. Default 0.78.</summary>
    [Range(0.05, 1.0)]
    public double HandOverFrom { get; set; } = 0.78;

    /// <summary>How much lower both are for a customer of special standing (signal <c>vip</c>). Default 0.15.</summary>
    [Range(0.0, 1.0)]
    public double VipLowersBy { get; set; } = 0.15;

    /// <summary>How much of a turn's tension is still felt in the next. Default 0.55.</summary>
    [Range(0.0, 1.0)]
    public double Lasting { get; set; } = 0.55;

    /// <summary>Turns in a row without help after which a person is offered. Default 2.</summary>
    [Range(1, 10)]
    public int FailuresToOffer { get; set; } = 2;

    /// <summary>Turns in a row without help after which a person comes. Default 3.</summary>
    [Range(1, 10)]
    public int FailuresToHandOver { get; set; } = 3;

    /// <summary>How often somebody may say the same again before a person comes; one time less offers one. Default 2: at the third asking.</summary>
    [Range(1, int.MaxValue)]
    public int RepeatsToHandOver { get; set; } = 2;

    /// <summary>From this strength on a signal counts as clear. Default 0.5.</summary>
    [Range(0.05, 1.0)]
    public double ClearFrom { get; set; } = 0.5;

    /// <summary>Signals that, when clear, bring a person at once: nothing a bot should settle. Default: legal, chargeback, press, vulnerability, abuse.</summary>
    public IList<string> AtOnce { get; } = ["legal", "chargeback", "press", "vulnerability", "abuse"];

    /// <summary>Topics (the bot's intents, such as <c>complaint</c>) for which a person is offered at once. Default: none.</summary>
    public IList<string> OfferTopics { get; } = [];

    /// <summary>How much each signal adds to the tension, 0 … 1. What is not named adds nothing.</summary>
    public IDictionary<string, double> Weights { get; } = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["frustration"] = 0.5,
        ["anger"] = 0.6,
        ["disappointment"] = 0.35,
        ["sarcasm"] = 0.35,
        ["again"] = 0.45,
        ["not_understood"] = 0.4,
        ["press"] = 0.6,
        ["shouting"] = 0.3,
        ["repeats"] = 0.3,
        ["urgency"] = 0.15,
        ["loyal"] = 0.15,
        ["several_orders"] = 0.3,
        ["several_wishes"] = 0.15,
        ["old_order"] = 0.4,
        ["loop"] = 0.4,
        ["not_helped"] = 0.4,
    };
    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OfferFrom > HandOverFrom)
        {
            yield return new($"{Section}:{nameof(OfferFrom)} must not be above {nameof(HandOverFrom)}: nobody would be offered what already happened.");
        }

        foreach (var (signal, weight) in Weights.Where(pair => pair.Value is not (>= 0 and <= 1)))
        {
            yield return new(FormattableString.Invariant($"{Section}:{nameof(Weights)}:{signal} must be between 0 and 1, not {weight}."));
        }
    }
}
