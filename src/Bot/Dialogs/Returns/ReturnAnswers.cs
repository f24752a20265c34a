using Warmline.Bot.Shop.Writes;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>Answers to what was asked: words on buttons, yes and no, and free words where those were asked for.</summary>
internal static class ReturnAnswers
{
    private const int LongestWish = 200;
    private const int MostPlainWords = 4;

    public static readonly IReadOnlyList<ReturnCause> Causes =
    [
        ReturnCause.ChangedMind, ReturnCause.DoesNotFit, ReturnCause.NotAsDescribed, ReturnCause.WrongItem, ReturnCause.Damaged, ReturnCause.Defective,
    ];

    public static readonly IReadOnlyList<ItemCondition> Conditions = [ItemCondition.Sealed, ItemCondition.Opened, ItemCondition.Used];

    /// <summary>What the line changes beside what <see cref="ReturnLine"/> found; the same slots when it answers nothing.</summary>
    public static ReturnSlots Read(Talk talk, ReturnSlots slots, string asked, bool isMore) => asked switch
    {
        ReturnSlots.Which => Which(talk, slots),
        ReturnSlots.ItemsSlot => Everything(talk, slots),
        ReturnSlots.Quantity => Pieces(talk, slots),
        ReturnSlots.Day => Day(talk, slots),
        ReturnSlots.CauseSlot => Cause(talk, slots, isMore),
        ReturnSlots.ConditionSlot => Condition(talk, slots),
        ReturnSlots.WantedSlot => Wanted(talk, slots),
        ReturnSlots.Variant => ReturnVariants.Read(talk, slots, Short(talk.Words)),
        ReturnSlots.Refund => Refund(talk, slots),
        ReturnSlots.Start when IsYes(talk) || (talk.Understood.Is(Topic.StartReturn) && !ReturnLine.IsQuestion(talk.Words)) => slots with { Stage = ReturnStage.Starting },
        ReturnSlots.Exception when Pressed(talk, "Return.IsFaulty") => slots with { Cause = ReturnCause.Defective, IsCauseSaid = true },
        ReturnSlots.Exception when IsYes(talk) || talk.Understood.Is(Topic.AsksException) => slots with { Stage = ReturnStage.Excepting },
        not ReturnSlots.SureSlot when talk.Understood.Is(Topic.AsksException) => slots with { Stage = ReturnStage.Excepting },
        ReturnSlots.Start or ReturnSlots.Exception when IsNo(talk) => slots with { Stage = ReturnStage.Over },
        ReturnSlots.SureSlot when !isMore && IsYes(talk) => slots with { IsSure = true },
        ReturnSlots.SureSlot => Fewer(talk, slots),
        ReturnSlots.Change => Part(talk, slots),
        _ => slots,
    };

    /// <summary>A button of the question was pressed, or a reason given where one was asked for.</summary>
    public static bool IsPlain(Talk talk, ReturnSlots slots, string asked) =>
        ReturnQuestions.Buttons(talk, slots, asked).Any(label => string.Equals(label, talk.Words.Trim(), StringComparison.OrdinalIgnoreCase) && label != talk.Label("Quick.Cancel"))
        || (asked == ReturnSlots.CauseSlot && (talk.Understood.Is(Topic.ChangedMind) || talk.Understood.Is(Topic.NoLongerNeeded)))

        || IsGoods(talk, slots, asked)

        // "Give the money back", to the question whether to: no demand.
        || (asked == ReturnSlots.WantedSlot && (talk.Understood.Is(Topic.MoneyBack) || talk.Understood.Is(Topic.Exchange)) && WordReader.Read(ReturnLine.Kept(talk.Words)).Words.Length <= MostPlainWords);

    // "I'd take size: M, colour: blue": the words of a button, and a few around them.
    private static bool IsGoods(Talk talk, ReturnSlots slots, string asked) => asked is ReturnSlots.ItemsSlot or ReturnSlots.Variant
        && ReturnQuestions.Buttons(talk, slots, asked).Any(label => talk.Words.Contains(label, StringComparison.OrdinalIgnoreCase)
            && WordReader.Read(talk.Words.Replace(label, "", StringComparison.OrdinalIgnoreCase)).Words.Length <= MostPlainWords);

    public static bool IsYes(Talk talk) => talk.Understood.Top.Intent == Intent.Yes || (talk.Understood.Wants(Intent.Yes) && !talk.Understood.Wants(Intent.No));

    public static bool IsNo(Talk talk) => talk.Understood.Top.Intent == Intent.No;

    public static bool Pressed(Talk talk, string label) => string.Equals(talk.Words.Trim(), talk.Label(label), StringComparison.OrdinalIgnoreCase);

    private static ReturnSlots Which(Talk talk, ReturnSlots slots) =>
        slots.Choices.FirstOrDefault(choice => talk.Words.Contains(choice.Label.TrimStart('#'), StringComparison.OrdinalIgnoreCase)) is { } order
            ? slots with { Orders = [.. slots.Orders.Where(key => key.Number == order.Id)], Choices = [] }
            : slots;

    private static ReturnSlots Everything(Talk talk, ReturnSlots slots) => !Pressed(talk, "Return.Everything") ? slots : slots with
    {
        Items = [.. slots.Open.Select(item => new ChosenItem(item.Id, item.Left))],
        Maybe = [],
    };

    private static ReturnSlots Pieces(Talk talk, ReturnSlots slots)
    {
        if (slots.Counted is not { } counted)
        {
            return slots;
        }

        var number = talk.Understood.Is(Topic.Everything) ? counted.Left : ItemNames.Number(talk.Words);
        return number >= 1 && number <= counted.Left ? Count(slots, counted.Id, number.Value) : slots;
    }

    // "Only one": at the summary of a single item.
    private static ReturnSlots Fewer(Talk talk, ReturnSlots slots) =>
        slots.Items is [var only] && ItemNames.Number(talk.Words) is { } number && number >= 1 && number <= slots.Known.First(item => item.Id == only.Id).Left
            ? Count(slots, only.Id, number)
            : slots;

    private static ReturnSlots Count(ReturnSlots slots, string itemId, int number) =>
        slots with { Items = [.. slots.Items.Select(item => item.Id == itemId ? item with { Quantity = number } : item)] };

    // "Friday", "3 November": the last one there was.
    private static ReturnSlots Day(Talk talk, ReturnSlots slots)
    {
        if (Pressed(talk, "Return.DontKnow"))
        {
            return slots with { IsDayUnknown = true };
        }

        return talk.Understood.Entities.Times.Select(said => said.Over).FirstOrDefault(day => day is not null) is { } day ? slots with { DeliveredOn = day } : slots;
    }

    // No reason is owed: any words will do, and none.
    private static ReturnSlots Cause(Talk talk, ReturnSlots slots, bool isMore)
    {
        if (Causes.Where(cause => Pressed(talk, $"Return.Cause.{cause}")).ToList() is [var pressed])
        {
            return slots with { Cause = pressed, IsCauseSaid = true, HasApologised = false };
        }

        var free = !isMore && !ReturnLine.IsQuestion(talk.Words) && !WantsElse(talk) && talk.Words.Count(char.IsLetter) > 2;
        return Pressed(talk, "Return.NoReason") ? slots with { Cause = ReturnCause.Unsaid, IsCauseSaid = true, Words = null }
            : IsNo(talk) ? slots with { IsCauseSaid = true }
            : free ? slots with { IsCauseSaid = true, Words = ReturnLine.Kept(talk.Words) }
            : slots;
    }

    private static bool WantsElse(Talk talk) => talk.Understood.Intents.Any(score => score.Confidence >= IntentScore.Sure
        && score.Intent is Intent.Callback or Intent.OrderStatus or Intent.Delivery or Intent.Payment or Intent.ProductQuestion or Intent.Greeting or Intent.Thanks);

    private static ReturnSlots Condition(Talk talk, ReturnSlots slots)
    {
        var pressed = Conditions.Where(condition => Pressed(talk, $"Return.Condition.{condition}")).ToList();
        return pressed is [var one] ? slots with { Condition = one }
            : ReturnLine.ConditionOf(talk.Understood) is not null ? slots
            : IsYes(talk) ? slots with { Condition = ItemCondition.Sealed }
            : IsNo(talk) ? slots with { Condition = ItemCondition.Opened }
            : slots;
    }

    private static ReturnSlots Wanted(Talk talk, ReturnSlots slots) =>
        Enum.GetValues<Resolution>().Where(wanted => wanted != Resolution.Unsaid && Pressed(talk, $"Return.Wanted.{wanted}")).ToList() is [var pressed]
            ? slots with { Wanted = pressed }
            : talk.Understood.Is(Topic.StartReturn) && !ReturnLine.IsQuestion(talk.Words) ? slots with { Wanted = Resolution.Money }
            : NamedButton.In(talk, ReturnQuestions.Buttons(talk, slots, ReturnSlots.WantedSlot)) is { } label
                ? slots with { Wanted = Enum.GetValues<Resolution>().First(wanted => wanted != Resolution.Unsaid && talk.Label($"Return.Wanted.{wanted}") == label) }
            : slots;

    private static ReturnSlots Refund(Talk talk, ReturnSlots slots) =>
        Enum.GetValues<RefundTo>().Where(to => Pressed(talk, $"Return.To.{to}")).ToList() is [var pressed] ? slots with { RefundTo = pressed }
        : talk.Understood.Is(Topic.ToGiftCard) ? slots with { RefundTo = RefundTo.GiftCard }
        : talk.Understood.Is(Topic.ToSameWay) ? slots with { RefundTo = RefundTo.OriginalPayment }
        : NamedButton.In(talk, ReturnQuestions.Buttons(talk, slots, ReturnSlots.Refund)) is { } label
            ? slots with { RefundTo = Enum.GetValues<RefundTo>().First(to => talk.Label($"Return.To.{to}") == label) }
        : slots;

    private static ReturnSlots Part(Talk talk, ReturnSlots slots) =>
        Pressed(talk, "Return.Part.Items") ? slots.Forgetting(ReturnSlots.ItemsSlot)
        : Pressed(talk, "Return.Part.Cause") ? slots.Forgetting(ReturnSlots.CauseSlot)
        : Pressed(talk, "Return.Part.Wanted") ? slots.Forgetting(ReturnSlots.WantedSlot)
        : slots;

    private static string Short(string text) => text.Length > LongestWish ? text[..LongestWish] : text;
}
