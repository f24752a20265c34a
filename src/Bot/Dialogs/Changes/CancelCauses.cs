using Warmline.Bot.Shop.Writes;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Changes;

/// <summary>Why an order is cancelled, from a button or from free words.</summary>
internal static class CancelCauses
{
    private static readonly (Topic Topic, CancelCause Cause)[] Topics =
    [
        (Topic.OrderedByMistake, CancelCause.OrderedByMistake),
        (Topic.CheaperElsewhere, CancelCause.CheaperElsewhere),
        (Topic.TooSlow, CancelCause.TooSlow),
        (Topic.TooLate, CancelCause.TooSlow),
        (Topic.NoLongerNeeded, CancelCause.NoLongerNeeded),
        (Topic.ChangedMind, CancelCause.NoLongerNeeded),
    ];

    public static CancelCause? Of(Talk talk)
    {
        var pressed = Enum.GetValues<CancelCause>().Where(cause => cause != CancelCause.Unsaid)
            .Where(cause => string.Equals(talk.Words.Trim(), Label(talk, cause), StringComparison.OrdinalIgnoreCase)).ToList();
        return pressed is [var one] ? one
            : Topics.Where(pair => talk.Understood.Is(pair.Topic)).Select(pair => (CancelCause?)pair.Cause).FirstOrDefault();
    }

    public static string Label(Talk talk, CancelCause cause) => talk.Label($"Change.Cause.{cause}");
}
