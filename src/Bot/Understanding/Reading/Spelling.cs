using Warmline.Knowledge.Language;

namespace Warmline.Bot.Understanding;

/// <summary>Russian is one language in two scripts: what is typed in Latin letters is read in Cyrillic.</summary>
internal static class Spelling
{
    public static Line OneScript(Line line, string? language) =>
        language == "ru" && line.Words.Any(word => char.IsAsciiLetter(word.Text[0])) && !line.Words.Any(word => RussianInLatin.HasCyrillic(word.Text))
            ? line with { Words = [.. line.Words.Select(word => word with { Text = RussianInLatin.ToCyrillic(word.Text) })] }
            : line;
}
