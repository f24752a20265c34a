namespace Warmline.Bot.Understanding;

/// <summary>
/// The phrases of one language. At a place of a line it finds the longest phrase of a kind. Phrases have slots for other kinds, never for
/// their own, so how deep it goes is the files' matter and the time grows with the line alone.
/// </summary>
internal sealed class Grammar
{
    private readonly Dictionary<string, Phrases> _kinds;

    private Grammar(Dictionary<string, Phrases> kinds) => _kinds = kinds;

    public static Grammar Load(string language) => new(new GrammarReader(Signs.Words).Read("any", language));

    public Phrases Kind(string name) => _kinds[name];

    public static Found? Longest(Phrases kind, List<Token> tokens, int at)
    {
        if (at >= tokens.Count || !kind.MayBeginWith(tokens[at]))
        {
            return null;
        }

        return kind.Numerals is not { } numerals ? Walk(kind.Root, tokens, at, at, null, null)
            : numerals.Digits == Numerals.Decimal ? Numerals.ReadDecimal(tokens, at)
            : numerals.Fits(tokens[at]) ? Found.Numeral(tokens[at].Value, at) : null;
    }

    private static Found? Walk(Phrases.Node node, List<Token> tokens, int first, int at, Filled? slots, Found? best)
    {
        if (node.Rule is { } rule && (best is null || at > best.End || (at == best.End && rule.Order < best.Rule!.Order)))
        {
            best = new Found(rule, Filled.InOrder(slots), 0, first, at);
        }

        if (at == tokens.Count)
        {
            return best;
        }

        if (tokens[at].Id != WordNumbers.Unknown && node.Words.TryGetValue(tokens[at].Id, out var next))
        {
            best = Walk(next, tokens, first, at + 1, slots, best);
        }

        foreach (var (kind, after) in node.Slots)
        {
            if (Longest(kind, tokens, at) is { } filled)
            {
                best = Walk(after, tokens, first, filled.End, new Filled(filled, slots), best);
            }
        }

        return best;
    }

    /// <summary>The slot filled last, and those before it; most ways end before they fill any.</summary>
    private sealed record Filled(Found Slot, Filled? Before)
    {
        private int Count => 1 + (Before?.Count ?? 0);

        public static Found[] InOrder(Filled? last)
        {
            var slots = last is null ? [] : new Found[last.Count];
            for (var at = slots.Length - 1; at >= 0; at--)
            {
                slots[at] = last!.Slot;
                last = last.Before;
            }

            return slots;
        }
    }
}
