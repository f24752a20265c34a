namespace Warmline.Handoff.Policy;

/// <summary>When a person is needed: a pure decision with its reasons, from this turn's signals, what stays of earlier ones, and the shop's settings.</summary>
public static class HandoffPolicy
{
    /// <summary>The signal of a customer who asks for a person.</summary>
    public const string AsksForPerson = "asks_for_person";

    private const string Repeats = "repeats";
    private const string Loop = "loop";
    private const string NotUnderstood = "not_understood";
    private const string Vip = "vip";
    private const int Remembered = 12;

    private static readonly string[] Circles = [Repeats, Loop, NotUnderstood];

    /// <summary>A wish comes before every guess; then what no bot should settle; then failures, repeating and tension.</summary>
    public static HandoffDecision Decide(NoticedTurn turn, PolicyMemory before, PolicyOptions options)
    {
        var memory = Remember(turn, before, options);
        var (kind, reasons, certain) = Rungs(turn, memory, options).FirstOrDefault((HandoffKind.Stay, [], false));
        return new HandoffDecision(kind, certain ? 1 : memory.Tension, reasons, memory);
    }

    private static IEnumerable<(HandoffKind Kind, IReadOnlyList<HandoffReason> Reasons, bool Certain)> Rungs(
        NoticedTurn turn, PolicyMemory memory, PolicyOptions options)
    {
        var clear = turn.Signals.Where(signal => signal.Strength >= options.ClearFrom).ToList();
        var ease = turn.Strength(Vip) * options.VipLowersBy;
        if (clear.Find(signal => signal.Name == AsksForPerson) is { } wish)
        {
            yield return (HandoffKind.HandOver, [new HandoffReason("asked", wish.Evidence, [turn.Seq])], true);
        }

        if (clear.Where(signal => options.AtOnce.Contains(signal.Name)).ToList() is { Count: > 0 } grave)
        {
            yield return (HandoffKind.HandOver, [.. grave.Select(signal => Because(signal, turn, memory))], true);
        }

        if (turn.FailedTurns >= options.FailuresToHandOver)
        {
            yield return (HandoffKind.HandOver, [new HandoffReason("failed", [], [turn.Seq])], true);
        }

        if (memory.Repeats >= options.RepeatsToHandOver)
        {
            yield return (HandoffKind.HandOver, [Repeating(turn, memory), .. Upset(turn, memory, options)], true);
        }

        if (memory.Tension >= options.HandOverFrom - ease)
        {
            yield return (HandoffKind.HandOver, Upset(turn, memory, options), false);
        }

        if (turn.FailedTurns >= options.FailuresToOffer)
        {
            yield return (HandoffKind.Offer, [new HandoffReason("failed", [], [turn.Seq])], false);
        }

        if (memory.Tension >= options.OfferFrom - ease)
        {
            yield return (HandoffKind.Offer, Upset(turn, memory, options), false);
        }

        if (turn.Topic is not null && options.OfferTopics.Contains(turn.Topic))
        {
            yield return (HandoffKind.Offer, [new HandoffReason("topic", [], [turn.Seq])], false);
        }

        if (turn.FailedTurns > 0)
        {
            yield return (HandoffKind.Clarify, [new HandoffReason("unclear", [], [turn.Seq])], false);
        }
    }

    private static PolicyMemory Remember(NoticedTurn turn, PolicyMemory before, PolicyOptions options)
    {
        var calm = turn.Signals.Aggregate(1.0, (rest, signal) => rest * (1 - (options.Weights.TryGetValue(signal.Name, out var weight) ? weight * signal.Strength : 0)));
        var noticed = turn.Signals.Where(signal => signal.Strength >= options.ClearFrom).Select(signal => new PastSignal(signal.Name, turn.Seq));
        return new PolicyMemory
        {
            Tension = 1 - (calm * (1 - (options.Lasting * before.Tension))),
            Repeats = IsSaidAgain(turn, options) ? before.Repeats + 1 : 0,
            Past = [.. before.Past.Where(past => past.Seq != turn.Seq).Concat(noticed).TakeLast(Remembered)],
        };
    }

    // Who sets the bot right ("that is not what I asked") asks the same once more, in whatever words.
    private static bool IsSaidAgain(NoticedTurn turn, PolicyOptions options) =>
        turn.Strength(Repeats) > 0 || turn.Strength(Loop) > 0 || turn.Strength(NotUnderstood) >= options.ClearFrom;

    // The weightiest first: "angry words in lines 7 and 9" says more than one loud line.
    private static List<HandoffReason> Upset(NoticedTurn turn, PolicyMemory memory, PolicyOptions options)
    {
        var reasons = turn.Signals.Where(signal => signal.Strength >= options.ClearFrom && signal.Name != Repeats && options.Weights.ContainsKey(signal.Name))
            .OrderByDescending(signal => signal.Strength * options.Weights[signal.Name])
            .Select(signal => Because(signal, turn, memory)).ToList();
        return reasons.Count > 0 ? reasons : [new HandoffReason("upset", [], [.. memory.Past.Select(past => past.Seq).Distinct()])];
    }

    // Who goes in circles: the customer who asks again, the bot that answers the same, or the bot that answers something else.
    private static HandoffReason Repeating(NoticedTurn turn, PolicyMemory memory)
    {
        var name = Circles.FirstOrDefault(name => turn.Strength(name) > 0) ?? Repeats;
        return new HandoffReason(name, turn.Signals.FirstOrDefault(signal => signal.Name == name)?.Evidence ?? [], Lines(name, turn, memory));
    }

    private static HandoffReason Because(NoticedSignal signal, NoticedTurn turn, PolicyMemory memory) =>
        new(signal.Name, signal.Evidence, Lines(signal.Name, turn, memory));

    private static IReadOnlyList<long> Lines(string name, NoticedTurn turn, PolicyMemory memory) =>
        [.. memory.Past.Where(past => past.Name == name).Select(past => past.Seq).Append(turn.Seq).Distinct()];
}
