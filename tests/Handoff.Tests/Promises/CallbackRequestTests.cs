using Warmline.Handoff.Promises;

namespace Warmline.Handoff.Tests.Promises;

public sealed class CallbackRequestTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Slot = TimeSpan.FromMinutes(30);

    private static readonly Dictionary<string, Action<CallbackRequest>> Verbs = new(StringComparer.Ordinal)
    {
        ["Remind"] = c => c.Remind(),
        ["AskReminder"] = c => c.AskReminder(),
        ["RemindCustomer"] = c => c.RemindCustomer(Now),
        ["Claim"] = c => c.Claim("ola", "Ola", Now),
        ["Release"] = c => c.Release(),
        ["Reach"] = c => c.Reach(null, Now),
        ["NotAnswered"] = c => c.NotAnswered(null, Slot, null, Now),
        ["Wrong"] = c => c.Wrong(null, Now),
        ["MoveTo"] = c => c.MoveTo(Now.AddDays(1), Slot, null),
        ["Cancel"] = c => c.Cancel(Now),
        ["Miss"] = c => c.Miss(Now),
    };

    // Written out, not computed: verb, states in which it may be used, where it leads.
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["Scheduled"] = "Remind>Reminded AskReminder>Scheduled RemindCustomer>Scheduled Claim>Claimed MoveTo>Scheduled Cancel>Cancelled Miss>Missed",
        ["Reminded"] = "AskReminder>Reminded RemindCustomer>Reminded Claim>Claimed MoveTo>Scheduled Cancel>Cancelled Miss>Missed",
        ["Claimed"] = "Release>Reminded Reach>Reached NotAnswered>NoAnswer Wrong>WrongNumber",
        ["Reached"] = "",
        ["NoAnswer"] = "MoveTo>Scheduled Cancel>Cancelled",
        ["WrongNumber"] = "MoveTo>Scheduled Cancel>Cancelled",
        ["Cancelled"] = "",
        ["Missed"] = "Claim>Claimed MoveTo>Scheduled Cancel>Cancelled",
    };

    public static TheoryData<string, string> StatesAndVerbs()
    {
        var all = new TheoryData<string, string>();
        foreach (var state in Enum.GetNames<CallbackState>())
        {
            foreach (var verb in Verbs.Keys)
            {
                all.Add(state, verb);
            }
        }

        return all;
    }

    [Theory, MemberData(nameof(StatesAndVerbs))]
    public void Each_state_allows_its_verbs_and_throws_at_all_others(string state, string verb)
    {
        var callback = In(state);
        var leads = Table[state].Split(' ').Where(step => step.StartsWith(verb + ">", StringComparison.Ordinal)).Select(step => step.Split('>')[1]).SingleOrDefault();

        if (leads is null)
        {
            Assert.Throws<CallbackMoveException>(() => Verbs[verb](callback));
            Assert.Equal(state, callback.State.ToString());
        }
        else
        {
            Verbs[verb](callback);
            Assert.Equal(leads, callback.State.ToString());
        }
    }

    [Fact]
    public void A_call_made_in_time_keeps_the_promise_whatever_came_of_it()
    {
        var callback = In("Claimed");

        callback.NotAnswered(Now.AddHours(3), Slot, "busy", Now);

        Assert.Equal((CallbackState.Scheduled, 1, Now, null, "busy"), (callback.State, callback.Tries, callback.KeptAt, callback.BrokenAt, callback.Note));
        Assert.Equal((Now.AddHours(3), Now.AddHours(3) + Slot, 1), (callback.At, callback.Deadline, callback.Sequence));
    }

    [Fact]
    public void A_call_made_too_late_does_not_mend_the_promise()
    {
        var callback = In("Missed");
        callback.Claim("ola", "Ola", Now);

        callback.Reach(null, Now);

        Assert.Null(callback.KeptAt);
        Assert.NotNull(callback.BrokenAt);
    }

    [Fact]
    public void Who_lets_go_of_a_missed_call_leaves_it_missed()
    {
        var callback = In("Missed");
        callback.Claim("ola", "Ola", Now);

        callback.Release();

        Assert.Equal((CallbackState.Missed, null), (callback.State, callback.AgentId));
    }

    [Fact]
    public void A_novel_for_a_note_is_cut()
    {
        var callback = In("Claimed");

        callback.Reach(new string('x', 5000), Now);

        Assert.Equal(CallbackRequest.LongestNote, callback.Note!.Length);
    }

    private static CallbackRequest In(string state)
    {
        var callback = new CallbackRequest
        {
            Reference = "CB-TESTED",
            ConversationId = "c1",
            Phone = Calls.Phone,
            When = "now",
            Topic = "mug",
            Language = "en",
            RequestedAt = Now,
            At = Now,
            Deadline = Now + Slot,
        };
        foreach (var verb in Way(state))
        {
            Verbs[verb](callback);
        }

        Assert.Equal(state, callback.State.ToString());
        return callback;
    }

    private static string[] Way(string state) => state switch
    {
        "Reminded" => ["Remind"],
        "Claimed" => ["Claim"],
        "Reached" => ["Claim", "Reach"],
        "NoAnswer" => ["Claim", "NotAnswered"],
        "WrongNumber" => ["Claim", "Wrong"],
        "Cancelled" => ["Cancel"],
        "Missed" => ["Miss"],
        _ => [],
    };
}
