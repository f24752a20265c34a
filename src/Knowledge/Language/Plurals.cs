namespace Warmline.Knowledge.Language;

/// <summary>Which word goes with a number: CLDR's cardinal rules for whole numbers in the product's four languages.</summary>
public static class Plurals
{
    /// <summary>
    /// How many forms a language has, in CLDR's order: English and Persian <c>one, other</c>; Polish and Russian
    /// <c>one, few, many</c>. Unknown languages count as English.
    /// </summary>
    public static int FormsIn(string language) => language is "pl" or "ru" ? 3 : 2;

    /// <summary>The index of the form that goes with <paramref name="number"/>, in the order of <see cref="FormsIn"/>.</summary>
    public static int IndexOf(string language, long number)
    {
        var n = (ulong)Math.Abs((decimal)number);
        return language switch
        {
            "pl" => n == 1 ? 0 : IsFew(n) ? 1 : 2,
            "ru" => n % 10 == 1 && n % 100 != 11 ? 0 : IsFew(n) ? 1 : 2,
            "fa" => n <= 1 ? 0 : 1,
            _ => n == 1 ? 0 : 1,
        };
    }

    /// <summary>
    /// The form that goes with <paramref name="number"/>: <c>Choose("pl", 3, "dzień", "dni", "dni")</c>. A single form serves every
    /// number; otherwise there must be exactly <see cref="FormsIn"/> of them.
    /// </summary>
    public static string Choose(string language, long number, params ReadOnlySpan<string> forms)
    {
        if (forms.Length == 1)
        {
            return forms[0];
        }

        return forms.Length == FormsIn(language)
            ? forms[IndexOf(language, number)]
            : throw new ArgumentException($"'{language}' has {FormsIn(language)} plural forms; {forms.Length} were given.", nameof(forms));
    }

    private static bool IsFew(ulong n) => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);
}
