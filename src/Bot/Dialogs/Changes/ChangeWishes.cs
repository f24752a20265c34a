using BotFramework.Dialogs;
using Warmline.Bot.Dialogs.Returns;
using Warmline.Bot.Shop;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Changes;

/// <summary>What a customer wants who wants an order changed: cancelled, or sent elsewhere; asked back when it is not clear.</summary>
internal sealed class ChangeWishes(IShop shop)
{
    private static readonly string[] Ids = [CancelOrderDialog.DialogId, ChangeAddressDialog.DialogId];

    /// <summary>The dialog this line asks for; null when it names none, or both.</summary>
    public static string? DialogOf(Talk talk)
    {
        var (cancels, readdresses) = (talk.Understood.Is(Topic.CancelOrder), talk.Understood.Is(Topic.ChangeAddress));
        return (cancels || readdresses ? (cancels, readdresses) : ChangeWords.In(talk.Words)) switch
        {
            (true, false) => CancelOrderDialog.DialogId,
            (false, true) => ChangeAddressDialog.DialogId,
            (false, false) when AddressAnswers.IsWhole(talk) => ChangeAddressDialog.DialogId,
            _ => null,
        };
    }

    /// <summary>One of these tasks, or the finding of its order, runs.</summary>
    public static bool AreOn(DialogContext dialog) => dialog.Stack.Any(running => Ids.Contains(running.Id));

    /// <summary>Asks for the other change, or for where the order is, while one of these runs: that comes first.</summary>
    public static bool Interrupt(Talk talk, DialogContext dialog, IReadOnlyList<Intent> wanted) =>
        wanted.Contains(Intent.CancelOrChangeOrder) ? DialogOf(talk) is { } other && dialog.Stack.All(running => running.Id != other)
        : wanted.Contains(Intent.OrderStatus) && Ids.Contains(dialog.ActiveDialog?.Id);

    /// <summary>"Yes, cancel it" is an answer to the bot's own question, and not: stop asking.</summary>
    public static bool MayMeanOrder(Talk talk, DialogContext dialog) => dialog.ActiveDialog?.Id == CancelOrderDialog.DialogId
        && (talk.Understood.Is(Topic.CancelOrder) || talk.Understood.Wants(Intent.Yes));

    /// <summary>True when a change is what is wanted, and it is begun or asked about.</summary>
    public async Task<bool> TryAsync(Talk talk, DialogContext dialog, List<Intent> wanted, CancellationToken cancellationToken)
    {
        // "Change the delivery address" is about delivery only in words.
        var before = wanted.TakeWhile(intent => intent != Intent.CancelOrChangeOrder).ToList();
        if ((before.Count == wanted.Count && !IsNamed(talk) && !IsReaddressed(talk, wanted)) || wanted.Contains(Intent.Callback)
            || before.Any(intent => intent is not (Intent.OrderStatus or Intent.Delivery or Intent.Greeting or Intent.Yes or Intent.No))
            || IsOnlyAnother(talk)
            || (DialogOf(talk) is { } named && dialog.Stack.Any(running => running.Id == named)))
        {
            return false;
        }

        await BeginAsync(talk, dialog, cancellationToken);
        return true;
    }

    // "W123: cancel it", "send W123 to another address": an order and what shall become of it, whatever else the words are like.
    private static bool IsNamed(Talk talk) => talk.Understood.Entities.OrderNumbers.Count > 0
        && (talk.Understood.Is(Topic.CancelOrder) != talk.Understood.Is(Topic.ChangeAddress) || ChangeWords.Orders(talk.Words)) && !ReturnLine.IsQuestion(talk.Words);

    // An address is given, or a new one spoken of, and nothing is wanted beside; "was it delivered to another address?" asks where the order is.
    private static bool IsReaddressed(Talk talk, List<Intent> wanted) => AddressAnswers.IsWhole(talk)
        || (talk.Understood.Is(Topic.ChangeAddress) && !talk.Understood.Is(Topic.CancelOrder)
            && wanted.TrueForAll(intent => intent is Intent.Greeting or Intent.Yes or Intent.No || (intent == Intent.OrderStatus && talk.Understood.Is(Topic.SendElsewhere))));

    /// <summary>"That's the wrong one, it's W123 I'm asking about": another order than the one told, and no word of a change.</summary>
    public static bool IsOnlyAnother(Talk talk) => DialogOf(talk) is null && talk.Memory.Orders.Keys.Count > 0
        && talk.Understood.Entities.OrderNumbers is [_, ..] named && named.All(number => talk.Memory.Orders.Find(number) is null);

    private async Task BeginAsync(Talk talk, DialogContext dialog, CancellationToken cancellationToken)
    {
        var wanted = DialogOf(talk);
        if (wanted is null && shop.Capabilities.HasFlag(ShopCapabilities.Cancel) && shop.Capabilities.HasFlag(ShopCapabilities.ChangeAddress))
        {
            await talk.AskAsync("Change.AskWhat", Labels(talk), cancellationToken);
        }
        else if (wanted is null || !shop.Capabilities.HasFlag(Needs(wanted)))
        {
            await talk.OfferAsync(Offer.Person, "Change.NeedsPerson", cancellationToken);
        }
        else
        {
            await BeginAsync(dialog, wanted, cancellationToken);
        }
    }

    // One in place of the other: nobody changes the address of an order and cancels it at once.
    private static async Task BeginAsync(DialogContext dialog, string wanted, CancellationToken cancellationToken)
    {
        if (AreOn(dialog))
        {
            await dialog.CancelAllDialogsAsync(cancellationToken);
        }

        await dialog.BeginDialogAsync(wanted, null, cancellationToken);
    }

    private static ShopCapabilities Needs(string dialog) =>
        dialog == CancelOrderDialog.DialogId ? ShopCapabilities.Cancel : ShopCapabilities.ChangeAddress;

    private static IEnumerable<string> Labels(Talk talk) => new[] { "Change.CancelOrder", "Change.ChangeAddress", "Quick.Person" }.Select(talk.Label);
}
