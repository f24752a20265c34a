using System.ComponentModel.DataAnnotations;

namespace Warmline.Handoff.Promises;

/// <summary>When the shop calls customers back, and how it keeps its word. Section <c>Warmline:Callbacks</c>.</summary>
public sealed class CallbackOptions
{
    /// <summary>The section a host binds.</summary>
    public const string Section = "Warmline:Callbacks";

    /// <summary>IANA name of the zone the hours are in. Default <c>Europe/Warsaw</c>; the host gives the shop's.</summary>
    [Required]
    public string Zone { get; set; } = "Europe/Warsaw";

    /// <summary>
    /// Opening hours by English weekday: <c>09:00-17:00</c>, or several stretches with commas; empty when closed.
    /// A day that isn't named keeps its default: Monday to Friday 9 to 17, closed at the weekend.
    /// </summary>
    public IDictionary<string, string> Hours { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Monday"] = "09:00-17:00",
        ["Tuesday"] = "09:00-17:00",
        ["Wednesday"] = "09:00-17:00",
        ["Thursday"] = "09:00-17:00",
        ["Friday"] = "09:00-17:00",
        ["Saturday"] = "",
        ["Sunday"] = "",
    };

    /// <summary>Days without calls: <c>2026-12-24</c>, or <c>12-25</c> for every year. Default: none.</summary>
    public IList<string> Holidays { get; } = [];

    /// <summary>How long one slot is: a call begins within it. Default 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "04:00:00")]
    public TimeSpan SlotLength { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How many calls are promised for one slot. Default 2.</summary>
    [Range(1, 1000)]
    public int CallsPerSlot { get; set; } = 2;

    /// <summary>How many days ahead a call can be booked. Default 14.</summary>
    [Range(1, 90)]
    public int DaysAhead { get; set; } = 14;

    /// <summary>The least time between the request and the call. Default 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan LeadTime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long before the call the desk points at it. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan RemindAgents { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long before the call a customer who asked for it is reminded in the chat. Default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan RemindCustomer { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often a customer who does not answer is called at most. Default 3.</summary>
    [Range(1, 10)]
    public int MostTries { get; set; } = 3;

    /// <summary>How long after the first unanswered call the next one comes; it doubles each time. Default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>An agent who took a call and says nothing for this long no longer has it. Default 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan ClaimLasts { get; set; } = TimeSpan.FromMinutes(30);
}
