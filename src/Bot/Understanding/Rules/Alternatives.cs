namespace Warmline.Bot.Understanding;

/// <summary>Spells out <c>(a|b|)</c> in a rule: one phrase in, every phrase it stands for out.</summary>
internal static class Alternatives
{
    public static IEnumerable<string> Expand(string phrase)
    {
        var open = phrase.LastIndexOf('(');
        if (open < 0)
        {
            return [phrase];
        }
        var close = phrase.IndexOf(')', open);
        if (close < 0)
        {
            throw new FormatException($"A bracket is not closed in the rule \"{phrase}\".");
        }
        return phrase[(open + 1)..close].Split('|')
            .SelectMany(choice => Expand(phrase[..open] + choice + phrase[(close + 1)..]));
    }
}
