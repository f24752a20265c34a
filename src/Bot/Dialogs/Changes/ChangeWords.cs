using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Changes;

/// <summary>
/// Which change is meant in a line that surely wants one, when no pattern of the topics spans its words: "the delivery address of
/// order no. 5 please change". Words are compared by their beginnings, folded as the rules' are.
/// </summary>
internal static class ChangeWords
{
    private static readonly string[] Cancelling = Fold(
        "cancel", "withdraw", "anulow", "anuluj", "skasuj", "skasow", "odwol", "rezygn", "zrezygn", "storn", "отмен", "аннулир", "отказ", "لغو", "کنسل", "منصرف", "ابطال");

    private static readonly string[] Imperatives = Fold("cancel", "anuluj", "anulujcie", "skasuj", "skasujcie", "anulować", "отменить", "отмените", "отмени", "отменяйте", "отменяй", "аннулируйте");

    private static readonly string[] Addresses = Fold("address", "adres", "адрес", "آدرس", "نشانی");

    // Of mail, and no street in it.
    private static readonly string[] Mail = Fold(
        "e-mail address", "email address", "mail address", "adres e-mail", "adres email", "adres mail", "адрес электронной", "адрес почты", "آدرس ایمیل", "نشانی ایمیل");

    public static (bool Cancels, bool Readdresses) In(string text)
    {
        var said = Mail.Aggregate(Folded(text), (left, mail) => left.Replace(mail, "", StringComparison.Ordinal));
        return (Cancelling.Any(word => Has(said, word)), Addresses.Any(word => Has(said, word)));
    }

    /// <summary>Tells to cancel, in so many words: no tale of something cancelled.</summary>
    public static bool Orders(string text) => WordReader.Read(text).Words.Any(word => Imperatives.Contains(word.Text));

    private static string[] Fold(params IEnumerable<string> words) => [.. words.Select(word => Folded(word).Trim())];

    private static string Folded(string text) => " " + string.Join(' ', WordReader.Read(text).Words.Select(word => word.Text));

    private static bool Has(string said, string word) => said.Contains(" " + word, StringComparison.Ordinal);
}
