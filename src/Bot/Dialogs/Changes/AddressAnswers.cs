using System.Text.RegularExpressions;
using Warmline.Bot.Shop;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Changes;

/// <summary>Which part of the new address is missing, and what a line gives as the answer.</summary>
internal static partial class AddressAnswers
{
    public const string Whole = "Whole";
    public const string Street = "Street";
    public const string Number = "Number";
    public const string PostCode = "PostCode";
    public const string City = "City";
    private const int LongestPart = 80;
    private const int MostWords = 4;

    // A line that wants something is no street or city, whatever was asked.
    private static readonly Intent[] Others =
    [
        Intent.OrderStatus, Intent.ReturnPolicy, Intent.Delivery, Intent.Payment, Intent.Complaint, Intent.HumanAgent, Intent.Callback,
        Intent.ProductQuestion, Intent.BotOrHuman, Intent.Greeting, Intent.Thanks, Intent.Yes, Intent.No,
    ];

    /// <param name="draft">What is known.</param>
    /// <param name="present">The order's address now; a shop that keeps no post codes needs none.</param>
    public static string? Missing(AddressDraft draft, PostalAddress? present) =>
        draft is { Street: null, City: null, PostCode: null } ? Whole
        : draft.Street is null ? Street
        : !draft.HasNoNumber && !draft.Street.Any(char.IsDigit) ? Number
        : draft is { PostCode: null, HasNoPostCode: false } && (present is null || present.PostCode is not null) ? PostCode
        : draft.City is null ? City
        : null;

    /// <summary>The draft with what the line says; null when it says nothing of an address.</summary>
    public static AddressDraft? Take(Talk talk, AddressDraft draft, string? asked)
    {
        var words = Cleaned(talk);
        var said = asked switch
        {
            Whole => AddressReader.Read(words) is { } whole && (whole.Street is not null || whole.PostCode is not null || whole.City is not null) ? whole : null,
            Street => AddressReader.Read(words) is { Street: not null } street ? street : IsName(talk, words) ? new AddressDraft { Street = words } : null,
            Number => House().Match(words) is { Success: true } house && words.Length < LongestPart ? new AddressDraft { Number = house.Value } : AddressReader.Correction(words),
            PostCode => CodeOf(words) ?? AddressReader.Correction(words),
            City => AddressReader.Correction(words) ?? (IsName(talk, words) && AddressReader.IsCity(words) ? new AddressDraft { City = words } : null),
            null => AddressReader.Find(words),
            _ => AddressReader.Correction(words),
        };
        if (said is not null && asked is Whole or Street or Number or PostCode or City)
        {
            // A street of Kraków is written in Polish by people who don't speak it.
            talk.Turn.Language = talk.Turn.Input.Language;
        }

        return said is not null ? draft.With(said) : NoneOf(talk, draft, asked);
    }

    /// <summary>A line with a whole address in it wants something sent there.</summary>
    public static bool IsWhole(Talk talk) => talk.Words.Any(char.IsDigit) && AddressReader.Find(Cleaned(talk)) is { Street: not null, City: not null, PostCode: not null };

    /// <summary>The draft without what is to be asked again.</summary>
    public static AddressDraft Without(AddressDraft draft, string slot) => slot switch
    {
        Whole => new(),
        Street or Number => draft with { Street = null, More = null, HasNoNumber = false },
        PostCode => draft with { PostCode = null, HasNoPostCode = false },
        City => draft with { City = null, Region = null },
        _ => draft,
    };

    private static AddressDraft? CodeOf(string words) => words.Length >= LongestPart ? null
        : AddressReader.Read(words) is { PostCode: not null } draft ? draft
        : PostCodes.Answer(words) is { } code ? new AddressDraft { PostCode = code } : null;

    // "There is none", "I don't know".
    private static AddressDraft? NoneOf(Talk talk, AddressDraft draft, string? asked) => (asked, talk.Understood.Top.Intent == Intent.No || None().IsMatch(talk.Words)) switch
    {
        (Number, true) => draft with { HasNoNumber = true },
        (PostCode, true) => draft with { HasNoPostCode = true },
        _ => null,
    };

    private static bool IsName(Talk talk, string words) => words.Length is > 1 and <= LongestPart && words.Split(' ').Length <= MostWords
        && words.All(c => char.IsLetterOrDigit(c) || " .-'’/,\u200c".Contains(c, StringComparison.Ordinal)) && words.Any(char.IsLetter)
        && !Others.Any(talk.Understood.Wants);

    // Numbers of orders and e-mails in the same line belong to something else.
    private static string Cleaned(Talk talk)
    {
        var words = Email().Replace(talk.Words, "\n");
        return talk.Understood.Entities.OrderNumbers.Where(number => number.Any(char.IsLetter))
            .Aggregate(words, (left, number) => left.Replace(number, "", StringComparison.OrdinalIgnoreCase)).Trim();
    }

    [GeneratedRegex(@"[^.,;!?\n،]*\S+@\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"\d+\s?\p{L}?(?!\p{L})(?:\s?[/-]\s?\d+\p{L}?)?", RegexOptions.CultureInvariant)]
    private static partial Regex House();

    [GeneratedRegex(@"(?<!\p{L})(?:none|without|don'?t know|do not know|no number|no code|nie wiem|nie znam|nie ma|brak|bez|не знаю|нету?|без|ندارد|ندارم|نمی‌?دانم|نمی‌?دونم|بدون)(?!\p{L})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex None();
}
