using System.Globalization;
using System.Text;

namespace Warmline.Knowledge.Language;

/// <summary>
/// Brings what people type to one form, so that equal words compare equal: lower case, NFKC, Polish and other Latin
/// diacritics folded, Arabic letter variants to Persian ones, ё to е, every digit ASCII, everything else a single space.
/// For comparing and searching only, never for showing.
/// </summary>
public static class TextNormalizer
{
    /// <summary>The normal form: words of letters and digits, one space between them, none at the ends.</summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            Append(result, c);
        }

        return result.ToString().TrimEnd(' ').Normalize(NormalizationForm.FormC);
    }

    /// <summary>The words of the normal form.</summary>
    public static string[] Words(string text) => Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static void Append(StringBuilder result, char c)
    {
        var category = char.GetUnicodeCategory(c);
        if (category == UnicodeCategory.DecimalDigitNumber)
        {
            result.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
        }
        else if (c != '\u0640' && char.IsLetter(c)) // the tatweel only stretches a word
        {
            result.Append(Letter(c));
        }
        else if (category == UnicodeCategory.NonSpacingMark)
        {
            // й is a letter of its own; every other mark (accents, ё's dots, Arabic vowels and hamza) goes.
            if (c == '\u0306' && result.Length > 0 && result[^1] == 'и')
            {
                result[^1] = 'й';
            }
        }
        else if (!IsJoinedOver(c) && result.Length > 0 && result[^1] != ' ')
        {
            result.Append(' ');
        }
    }

    private static char Letter(char c) => c switch
    {
        'ł' => 'l',
        'đ' => 'd',
        'ø' => 'o',
        'ı' => 'i',
        '\u064A' or '\u0649' => '\u06CC', // ي ى → ی
        '\u0643' => '\u06A9', // ك → ک
        '\u0629' or '\u06C0' or '\u06D5' => '\u0647', // ة ۀ ە → ه
        _ => c,
    };

    // Apostrophes, tatweel, soft hyphen and direction marks stand inside words; the zero-width non-joiner stands between two parts.
    private static bool IsJoinedOver(char c) => c is '\u0640' or '\'' or '’' or '\u00AD' or '\u200D' or '\u200E' or '\u200F' or '\uFEFF';

    // Half a surrogate pair makes Normalize throw; customers' clients do send them.
    private static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            }
        }

        return text;
    }
}
