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

/// <summary>A phrase, the section it stands in, what it speaks for (nothing in helper sections) and how strongly.</summary>
internal sealed record Rule(Pattern Pattern, string Section, Intent Intent, double Weight, Cover Cover)
{
    /// <summary>The section of all that speaks for an intent.</summary>
    public const string Wishes = "";
}

/// <summary>The rules of one language, read from <c>Rules/&lt;language&gt;.txt</c>; the file's head explains its format.</summary>
internal static class RuleBook
{
    private const double Strong = 0.9;
    private const double Weak = 0.45;

    /// <summary>The rules that are built in, and a shop's own when it has a file of them.</summary>
    /// <exception cref="FormatException">A rule cannot be read.</exception>
    public static IReadOnlyList<Rule> Load(string language, string? ownFile = null)
    {
        using var rules = BuiltIn("Rules", language);
        using var signals = BuiltIn("SignalPhrases", language);
        using var topics = BuiltIn("Topics", language);
        using var own = File.Exists(ownFile) ? File.OpenText(ownFile) : TextReader.Null;
        return [.. Read(rules), .. Read(signals), .. Read(topics), .. Read(own)];
    }

    private static StreamReader BuiltIn(string kind, string language) => new(typeof(RuleBook).Assembly.GetManifestResourceStream($"{kind}.{language}")
        ?? throw new ArgumentException($"There are no rules for the language \"{language}\".", nameof(language)));

    private static IEnumerable<Rule> Read(TextReader reader)
    {
        (string Name, double Weight, Cover Cover) section = (Rule.Wishes, Strong, Cover.Anywhere);
        while (reader.ReadLine()?.Trim() is { } line)
        {
            if (line.StartsWith('['))
            {
                section = ReadHead(line);
            }
            else if (line.Length > 0 && !line.StartsWith('#'))
            {
                var intent = IntentNames.Find(section.Name);
                if (PatternReader.Read(line) is { } pattern)
                {
                    yield return new Rule(pattern, intent is null ? section.Name : Rule.Wishes, intent ?? Intent.Other, section.Weight, section.Cover);
                }
            }
        }
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
}
