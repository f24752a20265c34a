namespace Warmline.Bot.Dialogs.Callbacks;

/// <summary>What the customer was asked last.</summary>
internal enum Asked
{
    Nothing,
    Phone,
    When,
    Topic,
    Sure,

    /// <summary>What of the summary is wrong.</summary>
    Which,
}

/// <summary>A time on a button.</summary>
internal sealed record OfferedTime(string Label, DateTimeOffset At);

/// <summary>How the dialog begins when a call is promised already: it is moved, and this much is known. A promised time stays when only the number is another.</summary>
internal sealed record CallbackBegin(string Moves, string? Phone, string Topic, DateTimeOffset? At);

/// <summary>What is known of the call so far. Every line of the customer may fill or correct any part of it.</summary>
internal sealed class CallbackDraft
{
    private const int LongestWhen = 200;
    private const int LongestTopic = 1000;

    public string? Phone { get; set; }

    /// <summary>The slot that is settled.</summary>
    public DateTimeOffset? At { get; set; }

    public string? Topic { get; set; }

    /// <summary>The customer's words for the time.</summary>
    public string? When { get; set; }

    /// <summary>A time that is wished for and was not looked up yet; with no beginning it is any time.</summary>
    public WishedTime? Wish { get; set; }

    /// <summary>Words for a time there is not.</summary>
    public string? NoSuchTime { get; set; }

    public List<OfferedTime> Offered { get; set; } = [];

    /// <summary>The reference of a promised call that gets another time.</summary>
    public string? Moves { get; set; }

    /// <summary>The time that is promised already.</summary>
    public DateTimeOffset? Promised { get; set; }

    public bool Remind { get; set; }

    public Asked Asked { get; set; }

    /// <summary>What was answered, in its order, for the way back.</summary>
    public List<Asked> Answered { get; set; } = [];

    /// <summary>Answers in a row that would not do.</summary>
    public int Failures { get; set; }

    public void TakePhone(string phone) => (Phone, Failures) = (phone, 0);

    public void TakeTopic(string topic) => (Topic, Failures) = (topic[..Math.Min(topic.Length, LongestTopic)], 0);

    public void TakeWish(WishedTime wish, string words)
    {
        (Wish, At, NoSuchTime, Failures) = (wish, null, null, 0);
        When = words[..Math.Min(words.Length, LongestWhen)];
    }

    public void Settle(DateTimeOffset at) => (At, Wish, Failures, Offered) = (at, null, 0, []);

    /// <summary>Forgets one answer, to be asked again.</summary>
    public void Forget(Asked what)
    {
        switch (what)
        {
            case Asked.Phone:
                Phone = null;
                break;
            case Asked.When:
                (At, Wish, When, Offered) = (null, null, null, []);
                break;
            case Asked.Topic:
                Topic = null;
                break;
            default:
                break;
        }

        Answered.Remove(what);
    }

    /// <summary>One step back; false at the beginning.</summary>
    public bool StepBack()
    {
        if (Answered.Count == 0)
        {
            return false;
        }

        Forget(Answered[^1]);
        return true;
    }
}

/// <summary>A time that is wished for; without a beginning any time will do.</summary>
internal sealed record WishedTime(DateTimeOffset? From, DateTimeOffset? To);
