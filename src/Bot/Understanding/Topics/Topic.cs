namespace Warmline.Bot.Understanding;

/// <summary>What a line speaks of, narrower than an intent: the tasks and questions around an order. Files name these in snake case.</summary>
internal enum Topic
{
    CancelOrder,
    ChangeAddress,
    SendElsewhere,
    StartReturn,
    MayReturn,
    Exchange,
    MoneyBack,
    Repair,
    StartOver,
    Everything,
    OrderItems,
    OrderWhen,
    OrderDelivered,
    OrderReceiver,
    OrderTotal,
    OrderPaid,
    OtherOrder,
    OtherParcel,
    OrderTracking,
    NotArrived,
    WillWait,
    AskCarrier,
    DoesNotFit,
    ChangedMind,
    Defective,
    Damaged,
    WrongItem,
    NotAsDescribed,
    TooLate,
    NoLongerNeeded,
    OrderedByMistake,
    ThisOne,
    StillSealed,
    WasOpened,
    WasUsed,
    ToGiftCard,
    ToSameWay,
    AsksException,
    TooSlow,
    CheaperElsewhere,
    KeepIt,
    NotUsed,
    RefundWhen,
}

/// <summary>Finds topics by the patterns of <c>Topics/&lt;language&gt;.txt</c>, in the form of the rules.</summary>
internal static class TopicReader
{
    private static readonly (Topic Topic, string Section)[] Sections =
        [.. Enum.GetValues<Topic>().Select(topic => (topic, $"topic_{IntentNames.Snake(topic.ToString())}"))];

    public static IReadOnlySet<Topic> Read(IEnumerable<IReadOnlyList<RuleMatches>> lines)
    {
        var found = new HashSet<Topic>();
        foreach (var matches in lines.SelectMany(line => line))
        {
            found.UnionWith(Sections.Where(section => matches.Affirms(section.Section)).Select(section => section.Topic));
        }

        if (found.Contains(Topic.SendElsewhere))
        {
            found.Add(Topic.ChangeAddress);
        }

        return found;
    }
}
