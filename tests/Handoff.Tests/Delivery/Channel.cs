using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Delivery;

namespace Warmline.Handoff.Tests.Delivery;

/// <summary>A pushed channel beside the house: what arrives from it and what is sent to it.</summary>
internal sealed class Channel(HandoffHouse house)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public ChannelArrivals Arrivals => house.Services.GetRequiredService<ChannelArrivals>();

    public PushedLines Outgoing => house.Services.GetRequiredService<PushedLines>();

    public Task<Arrived> ArriveAsync(string? text, string key = "k1", string address = "a:1", string reference = "ref", TimeSpan? hold = null) =>
        Arrivals.ArriveAsync(
            new ChannelArrival("telegram", address, "user-1", "Maja", "pl", reference)
            {
                Line = text is null ? null : new CustomerLine(LineKind.Said, text, null, key, null, null),
                HoldSenderFor = hold,
            },
            HandoffHouse.Cancel);

    /// <summary>A conversation in which the bot has said these, all waiting to be sent.</summary>
    public async Task<string> WithAnswersAsync(params string[] texts)
    {
        var id = (await ArriveAsync("Dzień dobry")).ConversationId;
        await house.BotTurnAsync(id, null, texts);
        return id;
    }

    public Task<PushedLine?> TakeAsync(string id, DateTime? heldUntil = null) => Outgoing.TakeAsync(id, Lease, heldUntil, HandoffHouse.Cancel);

    public Task<PushedLine?> SettleAsync(PushedLine line, DeliveryOutcome outcome) =>
        Outgoing.SettleAsync(line, outcome, Lease, HandoffHouse.Cancel);

    public Task<IReadOnlyList<string>> DueAsync() => house.Due.ListAsync(ReaderKind.Sender, 10, HandoffHouse.Cancel);

    public async Task<DeliveryState?> TroubleAsync(string id, long seq) =>
        (await house.ViewAsync(id)).Troubled.TryGetValue(seq, out var state) ? state : null;
}
