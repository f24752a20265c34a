using System.Security.Cryptography;
using Warmline.Handoff.Conversations;
using static Warmline.Handoff.Promises.CallbackState;

namespace Warmline.Handoff.Promises;

/// <summary>The shop has promised to call: who, when, about what, and what became of it. Changed only under the conversation's lock.</summary>
internal sealed partial class CallbackRequest
{
    public const int LongestNote = 1000;

    // No letters or digits that are read wrong over the phone.
    private const string ReferenceAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public required string Reference { get; init; }
    public required string ConversationId { get; init; }
    public required string Phone { get; set; }

    /// <summary>In the customer's own words.</summary>
    public required string When { get; init; }

    public required string Topic { get; init; }
    public required string Language { get; init; }

    /// <summary>The customer's time zone, if it is known and not the shop's.</summary>
    public string? Zone { get; init; }

    public required DateTime RequestedAt { get; init; }
    public CallbackState State { get; private set; }

    /// <summary>When the slot begins.</summary>
    public required DateTime At { get; set; }

    /// <summary>When the slot ends: until then the word is kept.</summary>
    public required DateTime Deadline { get; set; }

    /// <summary>How often the customer was called.</summary>
    public int Tries { get; private set; }

    public string? AgentId { get; private set; }
    public string? AgentName { get; private set; }
    public DateTime? ClaimedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public string? Note { get; private set; }

    /// <summary>Rises with each change the customer's calendar should know of.</summary>
    public int Sequence { get; private set; }

    public bool WantsReminder { get; private set; }
    public DateTime? CustomerRemindedAt { get; private set; }

    /// <summary>When the first promised call was made in time.</summary>
    public DateTime? KeptAt { get; private set; }

    /// <summary>When a promised time first passed without a call.</summary>
    public DateTime? BrokenAt { get; private set; }

    public static CallbackRequest Of(Move.ScheduleCallback callback, Conversation conversation, TimeSpan slot, DateTime now) => new()
    {
        Reference = "CB-" + RandomNumberGenerator.GetString(ReferenceAlphabet, 6),
        ConversationId = conversation.Id,
        Phone = callback.Phone,
        When = callback.When,
        Topic = callback.Topic,
        Language = conversation.Language,
        Zone = callback.Zone,
        RequestedAt = now,
        At = callback.At.UtcDateTime,
        Deadline = callback.At.UtcDateTime + slot,
    };

    public bool May(string verb) => Allowed[verb].Contains(State);

    /// <summary>The desk points at it.</summary>
    public void Remind()
    {
        Require(nameof(Remind));
        State = Reminded;
    }

    /// <summary>The customer wants a line before it.</summary>
    public void AskReminder()
    {
        Require(nameof(AskReminder));
        WantsReminder = true;
    }

    public void RemindCustomer(DateTime now)
    {
        Require(nameof(RemindCustomer));
        CustomerRemindedAt = now;
    }

    public void Claim(string agentId, string agentName, DateTime now)
    {
        Require(nameof(Claim));
        (State, AgentId, AgentName, ClaimedAt) = (Claimed, agentId, agentName, now);
    }

    /// <summary>The agent has not said what came of it, or lets go of it.</summary>
    public void Release()
    {
        Require(nameof(Release));
        (State, AgentId, AgentName, ClaimedAt) = (BrokenAt is null ? Reminded : Missed, null, null, null);
    }

    public void Reach(string? note, DateTime now)
    {
        Require(nameof(Reach));
        Called(note, now);
        (State, EndedAt) = (Reached, now);
    }

    /// <summary>Nobody answered: another try in a slot, or null for none.</summary>
    public void NotAnswered(DateTime? again, TimeSpan slot, string? note, DateTime now)
    {
        Require(nameof(NotAnswered));
        Called(note, now);
        if (again is { } at)
        {
            Plan(at, slot);
        }
        else
        {
            (State, EndedAt) = (NoAnswer, now);
        }
    }

    public void Wrong(string? note, DateTime now)
    {
        Require(nameof(Wrong));
        Called(note, now);
        State = WrongNumber;
    }

    /// <summary>Another slot, and perhaps another number.</summary>
    public void MoveTo(DateTime at, TimeSpan slot, string? phone)
    {
        Require(nameof(MoveTo));
        Phone = phone ?? Phone;
        Tries = 0;
        Plan(at, slot);
    }

    public void Cancel(DateTime now)
    {
        Require(nameof(Cancel));
        (State, EndedAt, Sequence) = (Cancelled, now, Sequence + 1);
    }

    /// <summary>The promise is broken.</summary>
    public void Miss(DateTime now)
    {
        Require(nameof(Miss));
        (State, BrokenAt) = (Missed, BrokenAt ?? now);
    }

    private void Called(string? note, DateTime now)
    {
        Tries++;
        Note = string.IsNullOrWhiteSpace(note) ? Note : note.Trim()[..Math.Min(note.Trim().Length, LongestNote)];
        KeptAt ??= BrokenAt is null && ClaimedAt <= Deadline ? now : null;
    }

    private void Plan(DateTime at, TimeSpan slot)
    {
        (State, At, Deadline, EndedAt, Sequence) = (Scheduled, at, at + slot, null, Sequence + 1);
        (AgentId, AgentName, ClaimedAt, CustomerRemindedAt) = (null, null, null, null);
    }

    private void Require(string verb)
    {
        if (!May(verb))
        {
            throw new CallbackMoveException(State, verb);
        }
    }
}
