using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>The rules asked with what the customer said so far.</summary>
internal sealed class ReturnDecisions(IShop shop, ShopClock clock)
{
    public DateOnly Today => clock.Day.Today;

    public ReturnPolicy Policy => shop.Policy;

    /// <summary>About the items chosen, or all when none is.</summary>
    public IReadOnlyList<ItemDecision> Of(Order order, ReturnSlots slots) =>
        ReturnDecision.Of(order, Asked(slots).Select(id => Question(id, slots)), shop.Policy, clock.Day);

    /// <summary>Whether the shop's system can do what is wanted.</summary>
    public bool CanDo(Resolution wanted) =>
        shop.Capabilities.HasFlag(wanted == Resolution.Exchange ? ShopCapabilities.StartExchange : ShopCapabilities.StartReturn);

    public Task<IReadOnlyList<Choice>> ChoicesAsync(Order order, KnownItem item, CancellationToken cancellationToken) =>
        ReturnVariants.ChoicesAsync(shop, order, order.Items.First(one => one.Id == item.Id), cancellationToken);

    private static IEnumerable<string> Asked(ReturnSlots slots) =>
        slots.Items.Count > 0 ? slots.Items.Select(item => item.Id) : slots.Known.Select(item => item.Id);

    private static ReturnQuestion Question(string itemId, ReturnSlots slots) => new(itemId)
    {
        Condition = slots.Condition,
        IsDefective = slots.Cause.IsSellersFault(),
        DeliveredOn = slots.DeliveredOn,
        IsExchange = slots.Wanted == Resolution.Exchange,
    };
}
