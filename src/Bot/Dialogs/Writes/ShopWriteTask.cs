using BotFramework.Schema;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Writes;
using Warmline.Handoff.Tasks;

namespace Warmline.Bot.Dialogs.Writes;

/// <summary>
/// Does in the shop, outside the turn, what a customer said yes to. The task's key is the write's: however often it is tried, it happens once.
/// The payload is the <see cref="OrderWrite"/>, the result its <see cref="WriteOutcome"/>: done or refused.
/// </summary>
internal sealed class ShopWriteTask(IShop shop) : ITaskHandler
{
    public const string TaskKind = "shop.write";

    public string Kind => TaskKind;

    public async Task<string?> DoAsync(string payload, string idempotencyKey, CancellationToken cancellationToken)
    {
        var write = ProtocolJson.Read<OrderWrite>(payload)! with { Key = idempotencyKey };
        var outcome = await shop.WriteAsync(write, cancellationToken);
        if (outcome is WriteOutcome.Unknown)
        {
            outcome = await shop.FindWriteAsync(write, cancellationToken)
                ?? throw new ShopUnavailableException("The answer got lost, and the shop knows nothing of the write.", null);
        }

        return ProtocolJson.Write(outcome);
    }
}
