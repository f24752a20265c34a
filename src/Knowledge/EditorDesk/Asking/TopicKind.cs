using Warmline.Knowledge.Asked.Topics;

namespace Warmline.Knowledge.EditorDesk.Asking;

/// <summary>What went wrong with the questions of a topic.</summary>
internal enum TopicKind
{
    Unanswered,
    ChoicesLeft,
    VotedDown,
    Reported,
    HandedOver,
}

internal static class TopicKinds
{
    public static int CountOf(this AskedTopic topic, TopicKind kind) => kind switch
    {
        TopicKind.Unanswered => topic.Unanswered,
        TopicKind.ChoicesLeft => topic.ChoicesLeft,
        TopicKind.VotedDown => topic.VotedDown,
        TopicKind.Reported => topic.Reported,
        TopicKind.HandedOver => topic.Handoffs,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    /// <summary>What went wrong, and how often.</summary>
    public static IEnumerable<(string Kind, int Count)> Troubles(this AskedTopic topic) =>
        Enum.GetValues<TopicKind>().Where(kind => topic.CountOf(kind) > 0).Select(kind => (kind.ToString(), topic.CountOf(kind)));

    /// <summary>What went wrong with one question.</summary>
    public static IEnumerable<TopicKind> Of(BadQuestion bad)
    {
        var question = bad.Question;
        (TopicKind Kind, bool Is)[] all =
        [
            (TopicKind.Unanswered, question.Outcome == Asked.AskedOutcome.None),
            (TopicKind.ChoicesLeft, question is { Outcome: Asked.AskedOutcome.Choices, TakenKey: null }),
            (TopicKind.VotedDown, question.Helped == false),
            (TopicKind.Reported, bad.IsReported),
            (TopicKind.HandedOver, question.BeganHandoff || question.LedToPerson),
        ];
        return all.Where(one => one.Is).Select(one => one.Kind);
    }
}
