namespace Warmline.Knowledge.Answers.Checks;

/// <summary>Figures with what they count, dates, weekdays and codes among the tokens of a text.</summary>
internal static class FigureReader
{
    public static IEnumerable<Fact> Read(IReadOnlyList<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            var fact = token.Kind switch
            {
                TokenKind.Date => Dates.Written(token.Text),
                TokenKind.Time => Time(token.Text),
                TokenKind.Code => new Fact($"c:{Code(token.Text)}"),
                TokenKind.Number => Dates.Named(tokens, ref at) ?? Number(Figures.Form(token.Text), tokens, at),
                TokenKind.Word when FigureWords.Weekdays.TryGetValue(token.Text, out var day) => new Fact($"w:{day}"),
                TokenKind.Word when FigureWords.Numbers.ContainsKey(token.Text) => InWords(tokens, ref at),
                _ => null,
            };
            if (fact is not null)
            {
                yield return fact;
            }
        }
    }

    private static Fact Time(string text)
    {
        var (hour, minute) = (Figures.Form(text.Split(':')[0]), text.Split(':')[1]);
        return minute == "00" ? new([$"t:{hour}:00", $"n:{hour}"], []) : new Fact($"t:{hour}:{minute}");
    }

    private static string Code(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static Fact Number(string value, IReadOnlyList<Token> tokens, int at) => Units.Of(tokens, at) is { } unit
        ? new Fact($"n:{value}|{unit}", $"n:{value}")
        : new Fact($"n:{value}");

    // A word is a figure only before what it counts: "one" alone is anybody.
    private static Fact? InWords(IReadOnlyList<Token> tokens, ref int at)
    {
        var value = FigureWords.Numbers[tokens[at].Text];
        if (value >= 20 && at + 1 < tokens.Count && FigureWords.Numbers.TryGetValue(tokens[at + 1].Text, out var ones) && ones < 10)
        {
            value += ones;
            at++;
        }

        return Units.After(tokens, at) is { } unit ? new Fact($"n:{value}|{unit}", $"n:{value}") : null;
    }
}
