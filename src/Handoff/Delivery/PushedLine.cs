using Warmline.Handoff.Conversations;

namespace Warmline.Handoff.Delivery;

/// <summary>A line to be sent to its channel now; noted as being sent before anybody sees this.</summary>
/// <param name="Line">The line; an edit or a deletion names its target.</param>
/// <param name="Reference">How to reach the conversation in its channel, as it was given when the customer last wrote.</param>
/// <param name="Language">The conversation's language.</param>
/// <param name="PlainOnly">The channel refused the full form: send words only.</param>
/// <param name="TargetExternalId">For an edit or a deletion: what the channel calls the line it changes; null when it never got that line.</param>
/// <param name="Try">1 for the first try.</param>
public sealed record PushedLine(Line Line, string Reference, string Language, bool PlainOnly, string? TargetExternalId, int Try);

/// <summary>What became of a try to send a line.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>The channel has it.</summary>
    /// <param name="ExternalId">What the channel calls it.</param>
    public sealed record Delivered(string? ExternalId) : DeliveryOutcome;

    /// <summary>The channel said or showed that it did not take it, and may later.</summary>
    /// <param name="RetryAfter">How long it wants to be left alone, when it said so.</param>
    public sealed record NotNow(TimeSpan? RetryAfter) : DeliveryOutcome;

    /// <summary>Nobody knows whether the channel has it.</summary>
    public sealed record AnswerLost : DeliveryOutcome;

    /// <summary>The channel will never take it in this form.</summary>
    /// <param name="Reason">Short, for the desk and the log, without personal data.</param>
    public sealed record Refused(string Reason) : DeliveryOutcome;
}
