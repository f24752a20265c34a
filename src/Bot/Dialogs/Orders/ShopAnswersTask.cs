using System.Text.Json;
using System.Text.Json.Serialization;
using BotFramework.Schema;
using Warmline.Bot.Shop;
using Warmline.Handoff.Tasks;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>Waits until the shop's system answers again. The answer itself is read in the turn that follows: nothing of an order is stored here.</summary>
internal sealed class ShopAnswersTask(IShop shop) : ITaskHandler
{
    public const string TaskKind = "shop.answers";

    public string Kind => TaskKind;

    public async Task<string?> DoAsync(string payload, string idempotencyKey, CancellationToken cancellationToken)
    {
        // Any number will do to see whether the shop answers.
        var waiting = ProtocolJson.Read<WaitingQuestion>(payload)!;
        await shop.FindOrderAsync(waiting.Number ?? "0", waiting.Orders[0].Proof ?? OrderProof.Of(""), cancellationToken);
        return null;
    }
}

/// <summary>
/// A task of the customer's that waits for the shop's system: which dialog, the orders it is about, and what it knew already,
/// its slots as JSON. As the options of <see cref="OrderTask{TSlots}"/> it makes the task go on where it was.
/// </summary>
internal sealed record WaitingQuestion(string Dialog, IReadOnlyList<OrderKey> Orders, JsonElement? Slots = null)
{
    /// <summary>The order to name; null when it was still to be chosen.</summary>
    [JsonIgnore]
    public string? Number => Orders[0] == OrderKey.OfAnyOrder ? null : Orders[0].Number;
}

/// <summary>What <see cref="FindOrder"/> ends with when the shop's system does not answer: the task that needs the orders waits for it.</summary>
internal sealed record ShopIsDown(IReadOnlyList<OrderKey> Orders);
