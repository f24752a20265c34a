using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Files;
using Warmline.Bot.Shop.Writes;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Scripted;

/// <summary>Whether what a customer came for is done, read back from the shop.</summary>
internal sealed class Ends(IShop shop, Tau2Shop data)
{
    public async Task<bool> IsDoneAsync(Script script, Voice voice, CancellationToken cancellationToken)
    {
        var found = await shop.FindOrderAsync(script.Order.Number, OrderProof.Of(script.Order.Email), cancellationToken);
        var order = Assert.IsType<OrderLookup.Found>(found).Order;
        return script.Goal switch
        {
            Goal.Cancel => order.Status == OrderStatus.Cancelled,
            Goal.Address => IsAt(order.Address!, voice.Address),
            Goal.Return => order.Requests is [{ Kind: OrderRequestKind.Return } request] && IsOf(order, request, script),
            Goal.Exchange => order.Requests is [{ Kind: OrderRequestKind.Exchange } request] && IsOf(order, request, script),
            _ => false,
        };
    }

    /// <summary>What is wrong in the shop when all is over: only what somebody wanted is written, once, and as they wanted it.</summary>
    public IEnumerable<string> Unwanted(IEnumerable<JournalEntry> journal, IReadOnlyDictionary<string, (Script Script, Voice Voice)> wanted)
    {
        var seen = new HashSet<string>();
        foreach (var write in journal.Select(entry => entry.Write))
        {
            var number = write.OrderNumber;
            if (!wanted.TryGetValue(number, out var who) || !who.Script.IsAllowed || !seen.Add(number) || !Is(write, who.Script, who.Voice))
            {
                yield return $"{number}: {write} for {(who.Script is null ? "nobody" : who.Script)}";
            }
        }
    }

    private bool Is(OrderWrite write, Script script, Voice voice) => write switch
    {
        CancelOrder cancel => script.Goal == Goal.Cancel && cancel.Cause == (script.Cause == Cause.ByMistake ? CancelCause.OrderedByMistake : CancelCause.NoLongerNeeded),
        ChangeAddress change => script.Goal == Goal.Address && IsAt(change.Address, voice.Address),
        StartReturn back => script.Goal == Goal.Return && back.RefundTo == (script.ToGiftCard && script.Order.Payment != "gift_card" ? RefundTo.GiftCard : RefundTo.OriginalPayment),
        StartExchange exchange => script.Goal == Goal.Exchange && exchange.Items is [var one] && one.VariantId == Variant(script, voice),
        _ => false,
    };

    private string? Variant(Script script, Voice voice) =>
        data.Variants.FirstOrDefault(variant => variant.ProductId == script.Item!.ProductId && variant.Options == voice.Chosen)?.Id ?? script.Item!.VariantId;

    private static bool IsOf(Order order, OrderRequest request, Script script)
    {
        var back = request.Items.Select(asked => order.Items.Single(item => item.Id == asked.ItemId).VariantId).Order(StringComparer.Ordinal);
        return back.SequenceEqual((script.Item is { } one ? [one] : script.Order.Items).Select(item => item.VariantId).Order(StringComparer.Ordinal));
    }

    private static bool IsAt(PostalAddress actual, NewAddress wanted) =>
        Bare($"{actual.Street}{actual.More}").Contains(Bare(wanted.Street), StringComparison.OrdinalIgnoreCase)
        && string.Equals(Bare(actual.City), Bare(wanted.City), StringComparison.OrdinalIgnoreCase)
        && Bare(actual.PostCode ?? "") == Bare(wanted.PostCode);

    private static string Bare(string text) => string.Concat(Facts.Plain(text).Where(char.IsLetterOrDigit));
}
