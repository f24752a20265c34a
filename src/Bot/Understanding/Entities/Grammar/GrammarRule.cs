namespace Warmline.Bot.Understanding;

/// <summary>What a phrase of a grammar means: a verb of <see cref="TimeVerbs"/> or <see cref="MoneyVerbs"/> and what it is applied to.</summary>
/// <param name="Verb">Empty: the phrase means its first argument.</param>
/// <param name="Arguments">Numbers as they are; <c>$1</c> as -1: the first slot of the phrase.</param>
/// <param name="Order">Place in the file: of two equally long phrases the earlier counts.</param>
internal sealed record GrammarRule(string Verb, IReadOnlyList<Argument> Arguments, int Order);

/// <summary>A fixed value, or the number (from 1) of the slot it comes from.</summary>
internal readonly record struct Argument(long Value, int Slot);

/// <summary>A phrase found in a line: its rule, what its slots hold, and the tokens from first to before <paramref name="End"/>.</summary>
internal sealed record Found(GrammarRule? Rule, IReadOnlyList<Found> Slots, long Value, int First, int End)
{
    public static Found Numeral(long value, int at) => new(null, [], value, at, at + 1);
}
