namespace Warmline.Bot.Tests.Scripted;

/// <summary>What the bot may want to know.</summary>
internal enum Slot
{
    Wish,
    Number,
    Proof,

    /// <summary>Number and proof don't belong together: one of them is asked for anew.</summary>
    NotFound,
    Items,
    WhichOf,
    Cause,
    Wanted,
    Variant,
    Refund,
    Address,
    Street,
    House,
    PostCode,
    City,
    Start,
    Sure,
    Different,
    Exception,

    /// <summary>Something the orders of this shop give no reason to ask.</summary>
    Needless,
}

/// <summary>The bot's questions by the keys of its sentences; "I couldn't read that" asks again.</summary>
internal static class Questions
{
    public static readonly IReadOnlyDictionary<string, Slot> Of = new (Slot Slot, string[] Keys)[]
    {
        (Slot.Wish, ["Change.AskWhat"]),
        (Slot.Number, ["Order.AskNumber", "Order.NumberUnclear", "Order.AskOther"]),
        (Slot.Proof, ["Order.AskProof", "Order.AskProofElse", "Order.ProofUnclear"]),
        (Slot.NotFound, ["Order.NotFound"]),
        (Slot.Items, ["Return.AskItems", "Return.ItemsUnclear"]),
        (Slot.WhichOf, ["Return.AskWhichOf"]),
        (Slot.Cause, ["Return.AskCause", "Return.CauseUnclear", "Change.AskCause", "Change.CauseUnclear"]),
        (Slot.Wanted, ["Return.AskWanted"]),
        (Slot.Variant, ["Return.AskVariant", "Return.VariantUnclear"]),
        (Slot.Refund, ["Return.AskRefund"]),
        (Slot.Address, ["Change.Address.AskWhole", "Change.Address.WholeUnclear"]),
        (Slot.Street, ["Change.Address.AskStreet", "Change.Address.StreetUnclear"]),
        (Slot.House, ["Change.Address.AskNumber", "Change.Address.NumberUnclear"]),
        (Slot.PostCode, ["Change.Address.AskPostCode", "Change.Address.PostCodeUnclear"]),
        (Slot.City, ["Change.Address.AskCity", "Change.Address.CityUnclear"]),
        (Slot.Start, ["Return.OfferStart"]),
        (Slot.Sure, ["Change.Cancel.Sure", "Change.Cancel.SureUnclear", "Change.Address.Sum", "Change.Address.SureUnclear", "Return.Sure", "YesOrNo"]),
        (Slot.Different, ["Change.Cancel.Declined", "Change.InsteadUnclear", "Change.Address.Instead", "Change.Address.InsteadUnclear", "Return.AskChange"]),
        (Slot.Exception, ["Return.OfferException"]),
        (Slot.Needless, ["Order.Which", "Order.WhichUnclear", "Change.Which", "Return.AskOrder", "Return.AskQuantity", "Return.AskDay", "Return.AskCondition", "Return.ChooseOne"]),
    }.SelectMany(pair => pair.Keys.Select(key => (key, pair.Slot))).ToDictionary(pair => pair.key, pair => pair.Slot);

    /// <summary>The bot offers a person, or one comes.</summary>
    public static readonly IReadOnlySet<string> Person = new HashSet<string>
    {
        "Clarify.OfferPerson", "Frustration", "Stuck", "Complaint.NeedsPerson", "Answer.None", "Answer.NotHelped", "Change.NeedsPerson", "Order.AttemptsUsed", "Order.GaveUp",
        "Write.AskPerson", "Write.PersonHint", "Return.PersonCanSay", "Return.LatePerson", "Return.RepairPerson", "Return.ShopPerson", "Order.NotReached", "Order.AskPerson",
        "Person.Taken", "Frustration.Taken", "Person.AlreadyWaiting", "Person.StillWaiting", "Error", "Error.Taken",
    };
}
