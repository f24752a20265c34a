using System.Text.Json.Serialization;

namespace Warmline.Bot.Shop.Writes;

/// <summary>What became of a write. Read and written as JSON, so that a task can bring it back.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "outcome")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Refused), "refused")]
internal abstract record WriteOutcome
{
    private WriteOutcome()
    {
    }

    /// <summary>It is done, and stays done. <paramref name="Reference"/> is what the customer may name later.</summary>
    public sealed record Done(string Reference) : WriteOutcome
    {
        /// <summary>What to do now, in the shop's own words and language, such as where to send the parcel.</summary>
        public string? Instructions { get; init; }

        /// <summary>Where the label for the way back is; absolute http or https.</summary>
        public Uri? Label { get; init; }

        /// <summary>The last day to send the goods.</summary>
        public DateOnly? SendBy { get; init; }
    }

    /// <summary>It was not done and won't be.</summary>
    public sealed record Refused(WriteRefusal Why) : WriteOutcome;

    /// <summary>The answer got lost: it may be done or not.</summary>
    public sealed record Unknown : WriteOutcome;
}

internal enum WriteRefusal
{
    /// <summary>No such order, or not theirs: shown alike.</summary>
    NotFound,

    /// <summary>The order's state does not allow it (any more).</summary>
    WrongState,

    /// <summary>The rules don't allow it: too late, excluded, a reason the shop does not accept.</summary>
    AgainstRules,

    /// <summary>The shop's system can't do this.</summary>
    NotOffered,

    /// <summary>Items that are not in the order, an address without a street: never the customer's fault.</summary>
    Malformed,

    /// <summary>The key was used before for something else.</summary>
    KeyUsed,
}
