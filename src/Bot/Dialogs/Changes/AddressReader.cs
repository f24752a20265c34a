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
        if (text.Trim() is not { Length: > 0 and <= Longest } trimmed)
        {
            return null;
        }

        var said = AddressWords.Tail().Replace(WithoutAnswer(trimmed), "");
        if (said.Length == 0 || said.ContainsAny('?', '؟', '@'))
        {
            return null;
        }

        var parts = new AddressParts(said.Split([',', '،', ';', '؛', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return parts.Draft() is { IsEmpty: false } draft && draft.Lines.All(IsLine) ? draft : null;
    }

    /// <summary>An address said in passing, after "to" or in lines of its own: surer signs are needed.</summary>
    public static AddressDraft? Find(string text)
    {
        // What an address can't reach into is not looked at.
        var end = text[^Math.Min(text.Length, Longest)..];
        var behindLeads = AddressWords.Lead().Matches(end).Concat(Sign().Matches(end)).OrderByDescending(lead => lead.Index).Select(lead => end[(lead.Index + lead.Length)..]);
        var laterLines = text.Split('\n', 2).Skip(1);
        return behindLeads.Concat(laterLines).Select(Sure).FirstOrDefault(draft => draft is not null);
    }

    /// <summary>"No, the city is Kraków", "yes, but Lipowa 7".</summary>
    public static AddressDraft? Correction(string text) => text.Length > Longest ? null
        : WithoutAnswer(text) is var said ? CodeAlone(said) ?? Labelled(said) ?? Find(text) ?? Sure(said) : null;

    public static bool IsCity(string text) => text.Length is > 1 and <= LongestCity && City().IsMatch(text) && text.Split(' ').Length <= MostCityWords && !AddressWords.NoPlace().IsMatch(text);

    private static string WithoutAnswer(string text) => AddressWords.Answer().Replace(text.Trim(), "");

    private static AddressDraft? Labelled(string said)
    {
        said = AddressWords.Wrong().Replace(said, " : ", 1);
        var parts = said.Split([',', '،', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 0 && parts.All(part => AddressWords.Labelled(part) is not null) ? Read(said) : null;
    }

    // "The post code isn't right, mine is 30-001": whatever else is said of it, the code is the only number.
    private static AddressDraft? CodeAlone(string said) =>
        AddressWords.SaysCode().IsMatch(said) && Number().Count(said) == 1 && (AddressWords.Wrong().IsMatch(said) || Labelled(said) is null)
            && PostCodes.Answer(said) is { } code ? new() { PostCode = code } : null;

    // A street with a house, or a place with its code.
    private static AddressDraft? Sure(string text) => Read(text) is { } draft
        && ((draft.Street?.Any(char.IsDigit) == true && draft.Street.Count(char.IsLetter) > 2) || (draft.PostCode is not null && draft.City is not null))
        && !(draft.Recipient?.Length > LongestCity) ? draft : null;

    private static bool IsLine(string line) => line.Length <= 200 && !line.Any(c => char.IsControl(c) || char.IsSurrogate(c));

    [GeneratedRegex(@"\d[\d\s-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@":\s+|\s[-–—]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    [GeneratedRegex(@"^\p{L}[\p{L}\p{M}\s.'’‌-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex City();
}
