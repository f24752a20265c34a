using System.Globalization;

namespace Warmline.Bot.Understanding;

/// <summary>How much of the text around it a rule must cover.</summary>
internal enum Cover
{
    Anywhere,

    /// <summary>The whole clause: sure when it is the whole line, a hint when more is said ("no, I want a person").</summary>
    Clause,

    /// <summary>The whole line, politeness aside: a command inside a sentence is not a command.</summary>
    Line,
}

internal sealed record Rule(Pattern Pattern, double Weight, Cover Cover);

/// <summary>The rules of one language, read from <c>Rules/&lt;language&gt;.txt</c>; the file's head explains its format.</summary>
internal sealed class RuleBook
{
    private const double Strong = 0.9;
    private const double Weak = 0.45;
    private readonly Dictionary<string, List<Rule>> _sections = new(StringComparer.Ordinal);

    private RuleBook(string language) => Language = language;

    public string Language { get; }

    public IReadOnlyList<Rule> this[string section] => _sections.GetValueOrDefault(section) ?? [];

    public IEnumerable<(Intent Intent, Rule Rule)> Intents =>
        Enum.GetValues<Intent>().SelectMany(intent => this[NameOf(intent)].Select(rule => (intent, rule)));

    public static RuleBook Load(string language)
    {
        using var stream = typeof(RuleBook).Assembly.GetManifestResourceStream($"Rules.{language}")
            ?? throw new ArgumentException($"There are no rules for the language \"{language}\".", nameof(language));
        using var reader = new StreamReader(stream);
        return Read(language, reader);
    }

    public static RuleBook Read(string language, TextReader reader)
    {
        var book = new RuleBook(language);
        (string Name, double Weight, Cover Cover) section = ("", Strong, Cover.Anywhere);
        while (reader.ReadLine() is { } line)
        {
            var text = line.Trim();
            if (text.StartsWith('['))
            {
                section = ReadHead(text);
            }
            else if (text.Length > 0 && !text.StartsWith('#'))
            {
                book.Add(section.Name, Pattern.Parse(text).Select(pattern => new Rule(pattern, section.Weight, section.Cover)));
            }
        }
        return book;
    }

    private void Add(string section, IEnumerable<Rule> rules)
    {
        if (!_sections.TryGetValue(section, out var list))
        {
            _sections[section] = list = [];
        }
        list.AddRange(rules);
    }

    private static (string Name, double Weight, Cover Cover) ReadHead(string head)
    {
        var words = head.Trim('[', ']').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? (words[0], Strong, Cover.Anywhere) : words[1] switch
        {
            "weak" => (words[0], Weak, Cover.Anywhere),
            "line" => (words[0], 1, Cover.Line),
            "clause" => (words[0], 1, Cover.Clause),
            var number => (words[0], double.Parse(number, CultureInfo.InvariantCulture), Cover.Anywhere),
        };
    }

    private static string NameOf(Intent intent) =>
        string.Concat(intent.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{c}" : $"{c}")).ToLowerInvariant();
}
