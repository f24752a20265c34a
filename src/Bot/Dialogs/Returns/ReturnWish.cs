using Warmline.Bot.Dialogs.Changes;
using Warmline.Bot.Dialogs.Orders;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>Whether a line is about returning something particular; questions about returns in general are for the articles.</summary>
internal static class ReturnWish
{
    private const int LongestMemory = 5;

    private static readonly Topic[] Troubles = [Topic.DoesNotFit, Topic.Damaged, Topic.Defective, Topic.WrongItem, Topic.NotAsDescribed];

    /// <summary>Null: it is not.</summary>
    public static ReturnBegin? Of(Talk talk, IReadOnlyCollection<Intent> wanted)
    {
        var said = talk.Understood;
        var isNamed = said.Is(Topic.StartReturn) || said.Is(Topic.MayReturn) || (said.Is(Topic.Exchange) && !said.Is(Topic.ChangeAddress) && !ChangeWords.In(talk.Words).Cancels);
        if ((!isNamed && (said.Is(Topic.CancelOrder) || said.Is(Topic.ChangeAddress))) || wanted.Contains(Intent.Callback))
        {
            return null;
        }

        var asks = ReturnLine.IsQuestion(talk.Words);
        var starts = said.Is(Topic.StartReturn) || (said.Is(Topic.Exchange) && (wanted.Any(Fits) || said.Entities.OrderNumbers.Count > 0 || said.Entities.Products.Count > 0));
        return starts && ((!said.Is(Topic.MayReturn) && !asks) || ReturnLine.EndsInWish(talk.Words)) ? new ReturnBegin(ReturnStage.Starting)
            : (said.Is(Topic.MayReturn) || starts) && (IsParticular(talk) || (wanted.Contains(Intent.CancelOrChangeOrder) && ChangeWishes.DialogOf(talk) is null)) ? new ReturnBegin(ReturnStage.Asking)

            // However it is spelt: about returning, and an order is named.
            : wanted.Contains(Intent.ReturnPolicy) && said.Entities.OrderNumbers.Count > 0 ? new ReturnBegin(ReturnStage.Asking)
            : IsAboutKnown(talk, wanted, asks) || IsTold(talk, wanted) ? new ReturnBegin(ReturnStage.Asking)
            : null;
    }

    // Of an order that was just told: "I want my money back", or, when it has arrived, "it's too small".
    private static bool IsAboutKnown(Talk talk, IReadOnlyCollection<Intent> wanted, bool asks) =>
        talk.Memory.Orders is { Keys.Count: > 0, TurnsSince: < LongestMemory } known && !talk.Understood.Is(Topic.NotArrived) && wanted.All(Fits)
        && ((talk.Understood.Is(Topic.MoneyBack) && !asks) || (Troubles.Any(talk.Understood.Is) && known.Spoken().Any(known.IsDelivered)));

    // "LL-2505 arrived torn": the order and what is wrong with it in one breath.
    private static bool IsTold(Talk talk, IReadOnlyCollection<Intent> wanted) =>
        talk.Understood.Entities.OrderNumbers.Count > 0 && Troubles.Any(talk.Understood.Is) && !talk.Understood.Is(Topic.NotArrived) && wanted.All(Fits);

    private static bool Fits(Intent intent) => intent is Intent.ReturnPolicy or Intent.Complaint or Intent.CancelOrChangeOrder;

    // An order, an item, or "it" where an order was spoken of.
    private static bool IsParticular(Talk talk) =>
        talk.Understood.Entities.OrderNumbers.Count > 0
        || talk.Understood.Entities.Products.Count > 0
        || (talk.Turn.FactOf("order_number") is not null && talk.Understood.Is(Topic.ThisOne))
        || (FindOrder.IsNamed(talk) && talk.Understood.Is(Topic.ThisOne));
}
