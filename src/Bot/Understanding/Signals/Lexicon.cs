using System.Globalization;

namespace Warmline.Bot.Understanding;

/// <summary>
/// A word or phrase with a mood in it: -3 (very bad) … 3 (very good), turned round where it is denied. Or one of sorrow, which is nobody's
/// fault: the word of an ill, sad or frightened customer, not of an angry one.
/// </summary>
internal readonly record struct MoodWord(int Word, int Strength)
{
    /// <summary>The strength that stands for sorrow.</summary>
    public const int Sorrow = 9;
}

/// <summary>Good and bad words of all languages together, from <c>Lexicon/&lt;language&gt;.txt</c>; the files' heads explain their format.</summary>
internal static class Lexicon
{
    private const int LongestPhrase = 4;
    private const int ShortestStem = 3;
    private const int NegationReach = 2;
    private const string Words = "[words]";
    private const string Sorrows = "[sorrow]";

    private static readonly Dictionary<string, int> Entries = [];
    private static readonly Dictionary<string, int> Stems = [];
    private static readonly HashSet<string> Denying = [];
    private static readonly HashSet<string> DenyingBefore = [];
    private static readonly HashSet<string> Boosting = [];

    // How many words the longest entry has that begins with a word: most begin none.
    private static readonly Dictionary<string, int> LongestFrom;

    static Lexicon()
    {
        foreach (var language in Languages.All)
        {
            Load(language);
        }

        LongestFrom = Entries.Keys.Select(entry => entry.Split(' ')).Where(words => words.Length > 1)
            .GroupBy(words => words[0]).ToDictionary(same => same.Key, same => Math.Min(LongestPhrase, same.Max(words => words.Length)));
    }

    public static IEnumerable<MoodWord> Find(Line line)
    {
        for (var at = 0; at < line.Words.Length;)
        {
            var (strength, length) = StrengthAt(line.Words, at);
            if (strength != 0)
            {
                yield return new MoodWord(at, Turned(line.Words, at, length, strength));
            }

            at += Math.Max(1, length);
        }
    }

    // The longest phrase that is known wins: "no complaints" is not about complaints.
    private static (int Strength, int Length) StrengthAt(Word[] words, int at)
    {
        var phrase = words[at].Text;
        var found = Entries.TryGetValue(phrase, out var alone) ? (alone, 1) : (StemStrength(phrase), 1);
        var longest = Math.Min(LongestFrom.GetValueOrDefault(phrase), words.Length - at);
        for (var length = 2; length <= longest; length++)
        {
            phrase += ' ' + words[at + length - 1].Text;
            found = Entries.TryGetValue(phrase, out var strength) ? (strength, length) : found;
        }

        return found;
    }

    private static int StemStrength(string word)
    {
        for (var length = word.Length; length >= ShortestStem; length--)
        {
            if (Stems.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.AsSpan(0, length), out var strength))
            {
                return strength;
            }
        }

        return 0;
    }

    private static int Turned(Word[] words, int at, int length, int strength)
    {
        if (strength == MoodWord.Sorrow)
        {
            return strength;
        }

        for (var before = at - 1; before >= 0 && before >= at - NegationReach && words[before].Clause == words[at].Clause; before--)
        {
            if (Denying.Contains(words[before].Text))
            {
                return -strength;
            }
        }

        // Persian denies at the end: "good it-is-not".
        var after = at + length;
        if (after < words.Length && words[after].Clause == words[at].Clause && DenyingBefore.Contains(words[after].Text))
        {
            return -strength;
        }

        var boosted = at > 0 && Boosting.Contains(words[at - 1].Text) ? strength + Math.Sign(strength) : strength;
        return Math.Clamp(boosted, -3, 3);
    }

    private static void Load(string language)
    {
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream($"Lexicon.{language}")
            ?? throw new InvalidOperationException($"There is no lexicon for \"{language}\"."));
        var section = "";
        while (reader.ReadLine()?.Trim() is { } line)
        {
            if (line.StartsWith('['))
            {
                section = line;
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                Add(section, line);
            }
        }
    }

    private static void Add(string section, string line)
    {
        if (section is not (Words or Sorrows))
        {
            Listed(section).Add(Folded(line));
            return;
        }

        var (strength, entry) = section == Sorrows ? (MoodWord.Sorrow, line)
            : line.Split('\t') is [var number, var text] ? (int.Parse(number, CultureInfo.InvariantCulture), text.Trim())
            : throw new FormatException($"No strength: \"{line}\".");
        var folded = Folded(entry);
        if (folded.Length > 0)
        {
            (entry.EndsWith('*') && !folded.Contains(' ', StringComparison.Ordinal) ? Stems : Entries)[folded] = strength;
        }
    }

    private static HashSet<string> Listed(string section) => section switch
    {
        "[negators]" => Denying,
        "[negators_after]" => DenyingBefore,
        "[boosters]" => Boosting,
        _ => throw new FormatException($"There is no section {section} in a lexicon."),
    };

    private static string Folded(string text) => string.Join(' ', WordReader.Read(text).Words.Select(word => word.Text));
}
