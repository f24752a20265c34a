using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Promises;

namespace Warmline.Handoff.Tests.Promises;

/// <summary>Promised calls in a house whose clock stands on Monday, 23 November 2026, 10:00 in Warsaw.</summary>
internal static class Calls
{
    public const string Phone = "+48 601 234 567";
    public static readonly Agent Ola = new("ola", "Ola");
    public static readonly Agent Ewa = new("ewa", "Ewa");

    /// <summary>Monday at noon in Warsaw.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);

    public static CallDesk Desk(this HandoffHouse house) => house.Services.GetRequiredService<CallDesk>();

    public static CallWatch Calling(this HandoffHouse house) => house.Services.GetRequiredService<CallWatch>();

    public static CallbackBook Book(this HandoffHouse house) => house.Services.GetRequiredService<CallbackBook>();

    public static Task<HandoffHouse> HouseAsync(Action<CallbackOptions>? options = null) =>
        HandoffHouse.OpenAsync(services => services.Configure(options ?? (_ => { })));

    public static CallCalendar Calendar(Action<CallbackOptions>? change = null)
    {
        var options = new CallbackOptions();
        change?.Invoke(options);
        return new CallCalendar(Options.Create(options));
    }

    public static Move.ScheduleCallback Wish(DateTimeOffset? at = null, bool remind = false) =>
        new(Phone, at ?? Noon, "at noon", "the mug; it, cracked", null, remind);

    /// <summary>A conversation whose customer was promised a call.</summary>
    public static async Task<CallbackRequest> PromisedAsync(
        this HandoffHouse house, string conversation = "c1", DateTimeOffset? at = null, bool remind = false, string language = "en")
    {
        await house.StartAsync(conversation, language);
        await house.CustomerSaysAsync(conversation, "call me");
        var result = await house.BotTurnAsync(conversation, Wish(at, remind), "All right.");
        Assert.IsType<CommitResult.Committed>(result);
        return await house.CallAsync(conversation);
    }

    public static async Task<CallbackRequest> CallAsync(this HandoffHouse house, string conversation = "c1")
    {
        await using var db = house.Database.Open();
        return await db.Set<CallbackRequest>().AsNoTracking().SingleAsync(c => c.ConversationId == conversation, HandoffHouse.Cancel);
    }

    public static async Task<List<CallPlace>> PlacesAsync(this HandoffHouse house)
    {
        await using var db = house.Database.Open();
        return await db.Set<CallPlace>().AsNoTracking().ToListAsync(HandoffHouse.Cancel);
    }

    public static async Task<string?> LastKeyAsync(this HandoffHouse house, string conversation = "c1") => (await house.LinesAsync(conversation))[^1].SystemKey;

    /// <summary>The clock moves, and does what is due.</summary>
    public static Task PassAsync(this HandoffHouse house, TimeSpan time)
    {
        house.Clock.Advance(time);
        return house.Calling().RunOnceAsync(HandoffHouse.Cancel);
    }
}
