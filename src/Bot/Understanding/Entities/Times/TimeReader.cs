namespace Warmline.Bot.Understanding;

/// <summary>Finds the times of a line in one language and puts together what belongs together.</summary>
internal sealed class TimeReader(Grammar grammar)
{
    private const int WidestGap = 2;
    private const int NearPast = 4;
    private readonly Phrases _times = grammar.Kind("when");
    private readonly Phrases _loose = grammar.Kind("loose");
    private readonly Phrases _fillers = grammar.Kind("filler");
    private readonly Phrases _past = grammar.Kind("past");

    /// <summary>Groups of tokens, each one mention; what is taken is left alone.</summary>
    public List<TimeGroup> Read(LineTokens line, Today today)
    {
        var groups = new List<TimeGroup>();
        var (tokens, taken) = (line.All, line.Taken);
        for (var at = 0; at < tokens.Count;)
        {
            at = Next(tokens, taken, today, at, groups);
        }

        return groups;
    }

    private int Next(List<Token> tokens, bool[] taken, Today today, int at, List<TimeGroup> groups)
    {
        var open = groups.Count > 0 && IsBridge(tokens, groups[^1].End, at) ? groups[^1] : null;
        if (Free(Grammar.Longest(_times, tokens, at), taken) is { } found)
        {
            if (IsExplainedBetter(tokens, found))
            {
                return at + 1;
            }

            var meaning = TimeVerbs.Of(found, IsPast(tokens, found) ? today with { Past = true } : today);
            if (open?.Take(meaning, found.End) != true)
            {
                groups.Add(new TimeGroup(at));
                groups[^1].Take(meaning, found.End);
            }

            return found.End;
        }

        // "Tomorrow 10-12", "Friday 5": bare numbers are hours only beside a day or alone in the line.
        if (Free(Grammar.Longest(_loose, tokens, at), taken) is { } loose && IsLooseTime(tokens, loose, loose.Rule!.Verb == "point", open))
        {
            var group = open ?? new TimeGroup(at);
            groups.AddRange(open is null ? [group] : []);
            group.Take(TimeVerbs.Of(loose, today), loose.End);
            return loose.End;
        }

        return at + 1;
    }

    private bool IsLooseTime(List<Token> tokens, Found loose, bool bareHour, TimeGroup? open)
    {
        var ends = loose.End == tokens.Count || (!tokens[loose.End].IsNumeral && IsSign(tokens[loose.End])) || Starts(tokens, loose.End);
        var alone = loose.First == 0 && loose.End == tokens.Count && !bareHour;
        var before = !bareHour && Starts(tokens, loose.End);
        return open is null ? alone || before || (!bareHour && loose.Rule!.Verb != "between" && ends) : open.AwaitsHours && ends;
    }

    // "For 14 | January": the number belongs to the date that begins with it.
    private bool IsExplainedBetter(List<Token> tokens, Found found)
    {
        for (var at = found.First + 1; at < found.End; at++)
        {
            if (tokens[at].IsNumeral && Grammar.Longest(_times, tokens, at) is { } inner && inner.End > found.End)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPast(List<Token> tokens, Found found)
    {
        for (var at = Math.Max(0, found.First - NearPast); at < Math.Min(tokens.Count, found.End + NearPast); at++)
        {
            if (Grammar.Longest(_past, tokens, at) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private bool Starts(List<Token> tokens, int at) => Grammar.Longest(_times, tokens, SkipFillers(tokens, at)) is not null;

    private bool IsBridge(List<Token> tokens, int from, int to) => to - from <= WidestGap && SkipFillers(tokens, from) >= to;

    private int SkipFillers(List<Token> tokens, int at)
    {
        for (var skipped = 0; skipped < WidestGap && at < tokens.Count && Grammar.Longest(_fillers, tokens, at) is { } filler; skipped++)
        {
            at = filler.End;
        }

        return at;
    }

    private static bool IsSign(Token token) => token.End - token.Start == 1 && (token.Id == Signs.Comma || token.Id == Signs.Point);

    private static Found? Free(Found? found, bool[] taken)
    {
        for (var at = found?.First ?? 0; at < found?.End; at++)
        {
            if (taken[at])
            {
                return null;
            }
        }

        return found;
    }
}
