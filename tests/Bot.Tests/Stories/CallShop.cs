using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Promises;

namespace Warmline.Bot.Tests.Stories;

/// <summary>A shop that opens on Monday, 23 November 2026, at ten in the morning in Warsaw; Wednesday is a holiday.</summary>
public sealed class CallShop : IAsyncDisposable
{
    public CallShop() => App = WarmlineApplication.OpenWith(
        services => services.AddSingleton<TimeProvider>(Time),
        ("Warmline:Callbacks:CallsPerSlot", "1000"), ("Warmline:Callbacks:Holidays:0", "11-25"), ("Warmline:DirectLine:TokenLifetime", "1.00:00:00"));

    internal ShiftedTime Time { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    internal WarmlineApplication App { get; }

    internal CallDesk Desk => App.Services.GetRequiredService<CallDesk>();

    internal CallWatch Watch => App.Services.GetRequiredService<CallWatch>();

    internal static Agent Ola { get; } = new("ola", "Ola");

    internal async Task<CallbackRequest> CallAsync(string conversationId) =>
        (await App.StoredAsync<CallbackRequest>()).Single(call => call.ConversationId == conversationId);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
