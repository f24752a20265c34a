namespace Warmline.Bot.Understanding;

/// <summary>The language of a line by script and everyday words; null when it could be any ("ok", a number).</summary>
internal sealed class LineLanguage(IReadOnlyDictionary<string, RuleMatcher> matchers)
{
    public string? Of(Line line)
    {
        var letters = line.Text.Where(char.IsLetter).ToList();
        if (letters.Count(IsArabicScript) * 2 > letters.Count)
        {
            return "fa";
        }
        if (letters.Count(letter => letter is >= '\u0400' and <= '\u04FF') * 2 > letters.Count)
        {
            return "ru";
        }
        var votes = matchers.Where(entry => entry.Key != "fa")
            .Select(entry => (Language: entry.Key, Votes: entry.Value.Find("everyday", line).Sum(hit => hit.Length)))
            .OrderByDescending(entry => entry.Votes).ToList();
        var polishLetters = line.Text.Any(letter => "ąćęłńśźżĄĆĘŁŃŚŹŻ".Contains(letter, StringComparison.Ordinal));
        return polishLetters ? "pl" : votes[0].Votes > votes[1].Votes ? votes[0].Language : null;
    }

    private static bool IsArabicScript(char letter) => letter is >= '\u0600' and <= '\u06FF' or >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFF';
}
