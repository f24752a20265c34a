using BotFramework.Schema;
using Warmline.Bot.Shop;
using Warmline.Handoff.Tasks;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>Waits until the shop's system answers again. The answer itself is read in the turn that follows: nothing of an order is stored here.</summary>
internal sealed class OrderLookupTask(IShop shop) : ITaskHandler
{
    public const string TaskKind = "order.lookup";

    public string Kind => TaskKind;

    public async Task<string?> DoAsync(string payload, string idempotencyKey, CancellationToken cancellationToken)
    {
        var asked = ProtocolJson.Read<OrderQuestion>(payload)!;
        await shop.FindOrderAsync(asked.Number, asked.Email, cancellationToken);
        return null;
    }
}
