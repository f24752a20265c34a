using System.Globalization;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>What an item is exchanged for: the same again, another variant that is there, or the customer's words where the shop's goods are not known.</summary>
internal static class ReturnVariants
{
    private const int MostProducts = 50;
    private const int MostChoices = 8;

    /// <summary>The variants to choose from; empty when the shop does not tell them.</summary>
    public static async Task<IReadOnlyList<Choice>> ChoicesAsync(IShop shop, Order order, OrderItem item, CancellationToken cancellationToken)
    {
        if (item.ProductId is not { } product || !shop.Capabilities.HasFlag(ShopCapabilities.Products))
        {
            return [];
        }

        try
        {
            return [.. ExchangeChoice.Of(item, await shop.FindProductsAsync(product, MostProducts, cancellationToken))
                .Take(MostChoices).Select(variant => new Choice(variant.Options ?? variant.Name, variant.Id, ExchangeChoice.DifferenceMinor(order, item, variant)))];
        }
        catch (ShopUnavailableException)
        {
            // The wish in words will do.
            return [];
        }
    }

    /// <summary>Goods that were not as they had to be are replaced by what was ordered, unless something else is wished for.</summary>
    public static ReturnSlots Replaced(Talk talk, ReturnSlots slots, Order order) =>
        slots.Cause is ReturnCause.Unsaid or ReturnCause.ChangedMind or ReturnCause.DoesNotFit or ReturnCause.TooLate or ReturnCause.NotAsDescribed ? slots : slots with
        {
            Instead =
            [
                .. slots.Instead,
                .. order.Items.Where(item => slots.Items.Any(chosen => chosen.Id == item.Id) && slots.Instead.All(known => known.ItemId != item.Id))
                    .Select(item => new Instead(item.Id, item.VariantId, talk.Label("Return.SameAgain"), 0)),
            ],
        };

    public static ReturnSlots Read(Talk talk, ReturnSlots slots, string words)
    {
        if (slots.Unmatched is not { } item)
        {
            return slots;
        }

        if (ReturnAnswers.Pressed(talk, "Return.SameAgain"))
        {
            return With(slots, new Instead(item.Id, item.VariantId, words.Trim(), 0));
        }

        if (slots.Choices.Count == 0)
        {
            return words.Any(char.IsLetterOrDigit) && !ReturnLine.IsQuestion(words) ? With(slots, new Instead(item.Id, null, words.Trim())) : slots;
        }

        if (Whole(slots.Choices, words) is { } written)
        {
            return With(slots, new Instead(item.Id, written.Id, written.Label, written.DifferenceMinor));
        }

        var named = slots.Choices.Select((choice, at) => new KnownItem(at.ToString(CultureInfo.InvariantCulture), choice.Label, choice.Label, choice.Label, choice.Id, 1)).ToList();
        var said = ItemNames.Read(words, talk.Language, named, isExchange: false);
        return said.Clear is [var one] && slots.Choices[int.Parse(one.Id, CultureInfo.InvariantCulture)] is var chosen
            ? With(slots, new Instead(item.Id, chosen.Id, chosen.Label, chosen.DifferenceMinor))
            : slots;
    }

    // "I'd take size: M, colour: blue": the button's words, in a sentence.
    private static Choice? Whole(IReadOnlyList<Choice> choices, string words)
    {
        var written = choices.Where(choice => words.Contains(choice.Label, StringComparison.OrdinalIgnoreCase)).ToList();
        return written.Find(choice => written.TrueForAll(other => choice.Label.Contains(other.Label, StringComparison.OrdinalIgnoreCase)));
    }

    private static ReturnSlots With(ReturnSlots slots, Instead instead) => slots with { Instead = [.. slots.Instead, instead], Choices = [] };
}
