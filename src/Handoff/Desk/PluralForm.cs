namespace Warmline.Handoff.Desk;

/// <summary>
/// The forms of a desk sentence stand between bars: <c>one|other</c> in English and Persian, <c>one|few|many</c> in Polish and Russian
/// (CLDR's rules for whole numbers). A sentence without bars serves every number.
/// </summary>
internal static class PluralForm
{
    public static int FormsIn(string language) => language is "pl" or "ru" ? 3 : 2;

    public static string Choose(string language, long number, string forms)
    {
        var all = forms.Split('|');
        return all[Math.Min(IndexOf(language, number), all.Length - 1)];
    }

    private static int IndexOf(string language, long n) => language switch
    {
        "pl" => n == 1 ? 0 : IsFew(n) ? 1 : 2,
        "ru" => n % 10 == 1 && n % 100 != 11 ? 0 : IsFew(n) ? 1 : 2,
        "fa" => n <= 1 ? 0 : 1,
        _ => n == 1 ? 0 : 1,
    };

    private static bool IsFew(long n) => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);
}
