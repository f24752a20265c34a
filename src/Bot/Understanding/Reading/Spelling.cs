using Warmline.Knowledge.Language;

namespace Warmline.Bot.Understanding;

/// <summary>Brings to one shape what may be written in several and means the same.</summary>
internal static class Spelling
{
    private static readonly HashSet<string> Polite = ["please", "pls", "plz", "prosze", "пожалуиста", "плиз", "لطفا", "لطفن"];

    /// <summary>The line without its "please", Russian in one script: what is typed in Latin letters is read in Cyrillic.</summary>
    public static Line Plain(Line line, string? language)
    {
        var wish = WithoutPlease(line);
        return language == "ru" && wish.Words.Any(word => char.IsAsciiLetter(word.Text[0])) && !wish.Words.Any(word => RussianInLatin.HasCyrillic(word.Text))
            ? wish with { Words = [.. wish.Words.Select(word => word with { Text = RussianInLatin.ToCyrillic(word.Text) })] }
            : wish;
    }

    // Alone it may be an answer: "yes, please do".
    private static Line WithoutPlease(Line line)
    {
        var wish = Array.FindAll(line.Words, word => !Polite.Contains(word.Text));
        return wish.Length is 0 || wish.Length == line.Words.Length ? line : line with { Words = wish };
    }
}
