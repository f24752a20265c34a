using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>"Gift card's fine": the one button whose words are said, and not denied.</summary>
internal static class NamedButton
{
    private const int ShortestWord = 4;
    private const int ShortestPersianWord = 3;

    private static readonly HashSet<string> Nots = ["not", "nie", "не"];

    /// <summary>Null: none, or more than one; and a question chooses nothing.</summary>
    public static string? In(Talk talk, IEnumerable<string> labels)
    {
        if (ReturnLine.IsQuestion(talk.Words))
        {
            return null;
        }

        var said = WordReader.Read(ReturnLine.Kept(talk.Words)).Words;
        return labels.Where(label => Own(label, talk.Language).Exists(word => Array.Exists(said, one => ItemWord.IsForm(word, one.Text, talk.Language)))).ToList() is [var named]
            && !Array.Exists(said, word => Nots.Contains(word.Text)) ? named : null;
    }

    private static List<string> Own(string label, string language) =>
        [.. WordReader.Read(label).Words.Select(word => word.Text).Where(word => word.Length >= (language == "fa" ? ShortestPersianWord : ShortestWord))];
}
