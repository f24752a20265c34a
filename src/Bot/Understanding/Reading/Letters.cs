using System.Globalization;
using System.Text;

namespace Warmline.Bot.Understanding;

/// <summary>One shape for all ways to type a letter: no case, no diacritics, one kind of Persian letter, Latin digits.</summary>
internal static class Letters
{
    /// <summary>What a letter folds to when it is only decoration: a mark, an apostrophe, a joiner, the drawn-out tatweel.</summary>
    public const char Nothing = '\0';

    private static readonly char[] Folded = [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => Shape((char)code))];

    public static char Fold(char letter) => Folded[letter];

    /// <summary>Persian and Arabic digits become Latin; everything else stays in its place, so positions do not move.</summary>
    public static string LatinDigits(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = char.IsDigit(source[i]) ? Fold(source[i]) : source[i];
        }
    });

    private static char Shape(char letter)
    {
        if (letter is '\'' or '’' or '`' or '´' or '\u00AD' or '\u0640' or '\uFEFF' || letter is >= '\u200B' and <= '\u200F')
        {
            return Nothing;
        }

        return char.IsSurrogate(letter) || !IsCharacter(letter) ? letter : Plain(letter.ToString());
    }

    // The first part of "ą" is "a"; a mark alone has no other part.
    private static char Plain(string letter)
    {
        var first = letter.Normalize(NormalizationForm.FormKD)[0];
        return char.GetUnicodeCategory(first) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Nothing,
            UnicodeCategory.DecimalDigitNumber => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(first)),
            _ => OneOfItsKind(char.ToLowerInvariant(first)),
        };
    }

    private static char OneOfItsKind(char letter) => letter switch
    {
        'ł' => 'l',
        'đ' => 'd',
        'ø' => 'o',
        'ı' => 'i',
        'ي' or 'ى' => 'ی',
        'ك' => 'ک',
        'ة' or 'ە' => 'ه',
        _ => letter,
    };

    // Normalize throws on the code points that Unicode keeps free for ever.
    private static bool IsCharacter(char letter) => letter is not ((>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF');
}
