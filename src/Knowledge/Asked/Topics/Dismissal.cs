namespace Warmline.Knowledge.Asked.Topics;

/// <summary>Who dismissed a topic last and when (UTC), and how many conversations have asked it since.</summary>
/// <param name="ComesBackAfter">So many must ask for the topic to come back.</param>
internal sealed record Dismissal(string ByName, DateTime At, int AskedSince, int ComesBackAfter)
{
    /// <summary>The topic stays away.</summary>
    public bool Holds => AskedSince < ComesBackAfter;

    /// <summary>Null: no dismissal has to do with these questions.</summary>
    public static Dismissal? Of(IReadOnlyCollection<TopicDismissal> dismissals, IReadOnlyCollection<CustomerQuestion> questions)
    {
        if (dismissals.Count == 0)
        {
            return null;
        }

        // A topic may have grown together from several: whoever was known to any of them is nobody new.
        var known = questions.Where(question => dismissals.Any(one => one.Covers(question))).Select(question => question.ConversationId).ToHashSet();
        var since = questions.Select(question => question.ConversationId).Where(id => !known.Contains(id)).Distinct().Count();
        var last = dismissals.MaxBy(one => one.At)!;
        return new Dismissal(last.ByName, last.At, since, dismissals.Max(one => one.ComesBackAfter));
    }
}
