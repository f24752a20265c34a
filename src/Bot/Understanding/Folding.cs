using System.Globalization;
using System.Text;

namespace Warmline.Bot.Understanding;

/// <summary>One shape for all ways to type a word: no case, no diacritics, one kind of Persian letter, Latin digits.</summary>
internal static class Folding
{
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var character in word.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && character is not ('\'' or '’' or '`' or '´' or '\u200C' or '\u200D' or 'ـ'))
            {
                folded.Append(FoldLetter(char.ToLowerInvariant(character)));
            }
        }
        return folded.ToString();
    }

    /// <summary>Persian and Arabic digits become Latin; everything else stays in its place, so positions do not move.</summary>
    public static string LatinDigits(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = LatinDigit(source[i]);
            }
        });

    private static char FoldLetter(char letter) => letter switch
    {
        'ł' => 'l',
        'ي' or 'ى' => 'ی',
        'ك' => 'ک',
        'ة' or 'ۀ' => 'ه',
        _ => LatinDigit(letter),
    };

    private static char LatinDigit(char character) => character switch
    {
        >= '۰' and <= '۹' => (char)('0' + (character - '۰')),
        >= '٠' and <= '٩' => (char)('0' + (character - '٠')),
        _ => character,
    };
}
