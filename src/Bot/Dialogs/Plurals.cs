namespace Warmline.Bot.Dialogs;

/// <summary>Stands in for <c>Warmline.Knowledge.Language.Plurals</c> until that is merged; same shape.</summary>
internal static class Plurals
{
    public static int FormsIn(string language) => language is "pl" or "ru" ? 3 : 2;

    public static string Choose(string language, long number, params ReadOnlySpan<string> forms)
    {
        var n = Math.Abs(number);
        var few = n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);
        return forms[language switch
        {
            "pl" => n == 1 ? 0 : few ? 1 : 2,
            "ru" => n % 10 == 1 && n % 100 != 11 ? 0 : few ? 1 : 2,
            "fa" => n <= 1 ? 0 : 1,
            _ => n == 1 ? 0 : 1,
        }];
    }
}
