using Warmline.Handoff.Conversations;
using Warmline.Handoff.Policy;

namespace Warmline.Handoff.Tests.Policy;

/// <summary>What a bot may have made of a turn, and turns that carry it.</summary>
internal static class Insights
{
    public const string Quote = "this is a disgrace";

    /// <summary>An angry customer who asks for the third time where an order is.</summary>
    public static TurnInsight Angry(HandoffKind kind = HandoffKind.HandOver, params long[] lines) => new(
        "en",
        [new("order_status", 0.874, ["where is it"]), new("complaint", 0.31, []), new("payment", 0.02, [])],
        [new("anger", 0.83, [Quote]), new("urgency", 0.1, ["now"])],
        new(kind, 0.81, [new("repeats", ["where is it"], lines), new("anger", [Quote], lines)], new PolicyMemory { Tension = 0.81, Repeats = 2, Past = [new("anger", 1)] }));

    /// <summary>The bot reads what is unread, makes this of it and answers.</summary>
    public static async Task<Turn> TurnAsync(this HandoffHouse house, TurnInsight insight, Move? move = null)
    {
        var input = (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!;
        return HandoffHouse.Answer(input, move, "I see.") with { Insight = insight };
    }

    public static async Task<CommitResult> CommitAsync(this HandoffHouse house, Turn turn) => await house.Turns.CommitTurnAsync(turn, HandoffHouse.Cancel);

    public static Task<IReadOnlyList<Decision>> DecisionsAsync(this HandoffHouse house) => house.Room.DecisionsAsync("c1", 0, HandoffHouse.Cancel);
}
