namespace Warmline.Bot.Understanding;

/// <summary>The word files of one language, and the kinds in them that code asks for.</summary>
internal sealed class EntityWords
{
    private const int FullDateTokens = 5;

    private static readonly List<(string Language, EntityWords Words)> All = [.. Languages.All.Select(language => (language, new EntityWords(language)))];

    private static readonly Dictionary<string, EntityWords[]> ByLanguage = Languages.All.ToDictionary(
        language => language, language => All.OrderBy(words => words.Language != language).Select(words => words.Words).ToArray());

    private readonly Phrases _day;

    private EntityWords(string language)
    {
        var grammar = Grammar.Load(language);
        (Order, Number, Phone, Digit) = (grammar.Kind("order"), grammar.Kind("number"), grammar.Kind("phone"), grammar.Kind("digit"));
        (PostCode, Past) = (grammar.Kind("postcode"), grammar.Kind("past"));
        (At, Dot, Amount) = (grammar.Kind("at"), grammar.Kind("dot"), grammar.Kind("amount"));
        _day = grammar.Kind("day");
        Times = new TimeReader(grammar);
    }

    public Phrases Order { get; }

    public Phrases Number { get; }

    public Phrases Phone { get; }

    public Phrases Digit { get; }

    public Phrases PostCode { get; }

    /// <summary>Verbs of what was done.</summary>
    public Phrases Past { get; }

    public Phrases At { get; }

    public Phrases Dot { get; }

    public Phrases Amount { get; }

    public TimeReader Times { get; }

    /// <summary>A day with its year in digits, which a phone number never is.</summary>
    public bool IsFullDate(LineTokens line, int at) => Grammar.Longest(_day, line.All, at) is { } found && found.End - at >= FullDateTokens;

    /// <summary>The line's own language first, then the others: people mix.</summary>
    public static IReadOnlyList<EntityWords> From(string language) => ByLanguage.GetValueOrDefault(language) ?? ByLanguage[Languages.Default];
}
