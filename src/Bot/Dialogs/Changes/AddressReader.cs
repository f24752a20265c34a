using System.Text.RegularExpressions;

namespace Warmline.Bot.Dialogs.Changes;

/// <summary>
/// Reads an address out of a customer's words, in one line or several, in the order people of the four languages write it. What it
/// takes wrongly the customer sees in the summary and corrects.
/// </summary>
internal static partial class AddressReader
{
    private const int Longest = 300;
    private const int LongestCity = 60;
    private const int MostCityWords = 4;

    /// <summary>An address is all the words are about. Null: there is none in them.</summary>
    public static AddressDraft? Read(string text)
    {
        var said = AddressWords.Tail().Replace(AddressWords.Answer().Replace(text.Trim(), ""), "");
        if (said.Length is 0 or > Longest || said.ContainsAny('?', '؟', '@'))
        {
            return null;
        }

        var parts = new AddressParts(said.Split([',', '،', ';', '؛', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return parts.Draft() is { IsEmpty: false } draft && draft.Lines.All(IsLine) ? draft : null;
    }

    /// <summary>An address said in passing, after "to" or in lines of its own: surer signs are needed.</summary>
    public static AddressDraft? Find(string text)
    {
        var leads = AddressWords.Lead().Matches(text).Reverse().Select(lead => text[(lead.Index + lead.Length)..]);
        var lines = text.Contains('\n', StringComparison.Ordinal) ? [text[text.IndexOf('\n', StringComparison.Ordinal)..]] : Array.Empty<string>();
        return leads.Concat(lines).Select(Sure).FirstOrDefault(draft => draft is not null);
    }

    /// <summary>"No, the city is Kraków", "yes, but Lipowa 7".</summary>
    public static AddressDraft? Correction(string text) => AddressWords.Answer().Replace(text.Trim(), "") is var said && Labelled(said) is { } labelled
        ? labelled
        : Find(text) ?? Sure(said);

    public static bool IsCity(string text) => text.Length is > 1 and <= LongestCity && City().IsMatch(text) && text.Split(' ').Length <= MostCityWords;

    private static AddressDraft? Labelled(string said)
    {
        var parts = said.Split([',', '،', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 0 && parts.All(part => AddressWords.Labelled(part) is not null) ? Read(said) : null;
    }

    // A street with a house, or a place with its code.
    private static AddressDraft? Sure(string text) => Read(text) is { } draft
        && ((draft.Street?.Any(char.IsDigit) == true && draft.Street.Count(char.IsLetter) > 2) || (draft.PostCode is not null && draft.City is not null))
        && !(draft.Recipient?.Length > LongestCity) ? draft : null;

    private static bool IsLine(string line) => line.Length <= 200 && !line.Any(c => char.IsControl(c) || char.IsSurrogate(c));

    [GeneratedRegex(@"^\p{L}[\p{L}\p{M}\s.'’‌-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex City();
}
