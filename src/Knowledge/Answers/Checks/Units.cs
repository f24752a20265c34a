namespace Warmline.Knowledge.Answers.Checks;

/// <summary>What a number counts: the unit behind it, past a range ("2–5 days"), a dash ("14-day") and one adjective ("14 calendar days"), or money before it.</summary>
internal static class Units
{
    public static string? Of(IReadOnlyList<Token> tokens, int at) => After(tokens, at) ?? MoneyBefore(tokens, at);

    public static string? After(IReadOnlyList<Token> tokens, int at)
    {
        var next = Behind(tokens, at + 1);
        next += next < tokens.Count && tokens[next].Kind == TokenKind.Dash && UnitAt(tokens, next + 1) is not null ? 1 : 0;
        var isWorking = IsWorking(tokens, next);
        // One word may stand between, another figure may not.
        next += isWorking || (UnitAt(tokens, next) is null && IsWord(tokens, next) && UnitAt(tokens, next + 1) is not null) ? 1 : 0;
        return UnitAt(tokens, next) is not { } unit ? null : isWorking || IsWorking(tokens, next + 1) ? $"working {unit}" : unit;
    }

    // "2–5 days", "2 to 5 days", "two or three days": both count days.
    private static int Behind(IReadOnlyList<Token> tokens, int next)
    {
        var isRange = next + 1 < tokens.Count && (tokens[next].Kind == TokenKind.Dash || FigureWords.Ranges.Contains(tokens[next].Text))
            && (tokens[next + 1].Kind == TokenKind.Number || FigureWords.Numbers.ContainsKey(tokens[next + 1].Text));
        return isRange ? next + 2 : next;
    }

    private static string? MoneyBefore(IReadOnlyList<Token> tokens, int at) =>
        UnitAt(tokens, at - 1) is { Length: 3 } money && (at < 2 || tokens[at - 2].Kind != TokenKind.Number) && money is not "day" ? money : null;

    private static string? UnitAt(IReadOnlyList<Token> tokens, int at) =>
        IsWord(tokens, at) ? FigureWords.Units.GetValueOrDefault(tokens[at].Text) : null;

    private static bool IsWorking(IReadOnlyList<Token> tokens, int at) => IsWord(tokens, at) && FigureWords.Working.Contains(tokens[at].Text);

    private static bool IsWord(IReadOnlyList<Token> tokens, int at) => at >= 0 && at < tokens.Count && tokens[at].Kind == TokenKind.Word;
}
