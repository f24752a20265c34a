using BotFramework.Schema;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Writes;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs.Writes;

/// <summary>The one door through which dialogs have something done in the shop, after the customer said yes to it.</summary>
internal static class ShopWrites
{
    /// <summary>For <see cref="OrderWrite.Key"/> in a dialog: the task brings its own.</summary>
    public const string NoKey = "";

    /// <summary>Has it done after the turn, and says that it is being done: never more, the shop may refuse or be away. What came of it is told by <see cref="WriteTelling"/>.</summary>
    public static Task AskAsync(Talk talk, OrderWrite write, CancellationToken cancellationToken)
    {
        talk.Turn.Ask(new TaskRequest(ShopWriteTask.TaskKind, ProtocolJson.Write(write)));
        talk.Memory.BeingDone = [.. talk.Memory.BeingDone, Mark(NameOf(write), write.OrderNumber)];
        return talk.SayAsync($"Write.Asked.{NameOf(write)}", cancellationToken, ("order", write.OrderNumber));
    }

    /// <summary>The same was asked for before and has not ended yet: then it is not asked for again, but <c>Write.BeingDone</c> is said.</summary>
    public static bool IsBeingDone<TWrite>(Talk talk, string orderNumber) where TWrite : OrderWrite =>
        talk.Memory.BeingDone.Contains(Mark(NameOf(typeof(TWrite)), orderNumber));

    /// <summary>It has ended.</summary>
    public static void Ended(Talk talk, OrderWrite write) =>
        talk.Memory.BeingDone = [.. talk.Memory.BeingDone.Where(mark => mark != Mark(NameOf(write), write.OrderNumber))];

    /// <summary>The last part of the keys of sentences about such a write.</summary>
    public static string NameOf(OrderWrite write) => NameOf(write.GetType());

    private static string NameOf(Type write) =>
        write == typeof(CancelOrder) ? "Cancel"
        : write == typeof(ChangeAddress) ? "Address"
        : write == typeof(StartReturn) ? "Return"
        : write == typeof(StartExchange) ? "Exchange"
        : throw new InvalidOperationException($"{write.Name} is no write.");

    private static string Mark(string name, string orderNumber) => $"{name} {OrderNumber.Normalise(orderNumber)}";
}
