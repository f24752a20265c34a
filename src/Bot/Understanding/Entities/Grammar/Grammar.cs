namespace Warmline.Bot.Understanding;

/// <summary>
/// The phrases of one language. At a place of a line it finds the longest phrase of a kind. Phrases have slots for other kinds, never for
/// their own, so how deep it goes is the files' matter and the time grows with the line alone.
/// </summary>
internal sealed class Grammar
{
    private readonly Dictionary<string, Phrases> _kinds;

    private Grammar(Dictionary<string, Phrases> kinds) => _kinds = kinds;

    public static Grammar Load(string language) => new(new GrammarReader(Signs.Vocabulary).Read("any", language));

    public Phrases Kind(string name) => _kinds[name];

    public static Found? Longest(Phrases kind, List<Token> tokens, int at)
    {
        if (at >= tokens.Count || !kind.MayBeginWith(tokens[at]))
        {
            return null;
        }

        return kind.Numerals is not { } numerals ? Walk(kind.Root, new Path(tokens, at), at, null)
            : numerals.Digits == Numerals.Decimal ? Numerals.ReadDecimal(tokens, at)
            : numerals.Fits(tokens[at]) ? Found.Numeral(tokens[at].Value, at) : null;
    }

    private static Found? Walk(Phrases.Node node, Path path, int at, Found? best)
    {
        if (node.Rule is { } rule && (best is null || at > best.End || (at == best.End && rule.Order < best.Rule!.Order)))
        {
            best = new Found(rule, path.Filled(), 0, path.First, at);
        }

        if (at == path.Tokens.Count)
        {
            return best;
        }

        if (path.Tokens[at].Id != Vocabulary.Unknown && node.Words.TryGetValue(path.Tokens[at].Id, out var next))
        {
            best = Walk(next, path, at + 1, best);
        }

        foreach (var (kind, after) in node.Slots)
        {
            if (Longest(kind, path.Tokens, at) is { } filled)
            {
                best = Walk(after, path with { Slot = filled, Before = path }, filled.End, best);
            }
        }

        return best;
    }

    /// <summary>The way so far: the slot filled last, and those before it.</summary>
    private sealed record Path(List<Token> Tokens, int First)
    {
        public Found? Slot { get; init; }

        public Path? Before { get; init; }

        public Found[] Filled()
        {
            var count = 0;
            for (var step = this; step.Slot is not null; step = step.Before!)
            {
                count++;
            }

            var slots = new Found[count];
            for (var step = this; step.Slot is not null; step = step.Before!)
            {
                slots[--count] = step.Slot;
            }

            return slots;
        }
    }
}
