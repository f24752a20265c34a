using System.Globalization;

namespace Warmline.Bot.Understanding;

/// <summary>Reads <c>Words/*.txt</c>; the head of <c>Words/any.txt</c> explains the format.</summary>
internal sealed class GrammarReader(WordNumbers vocabulary)
{
    private readonly Dictionary<string, Phrases> _kinds = new(StringComparer.Ordinal);
    private int _order;

    public Dictionary<string, Phrases> Read(params IEnumerable<string> files)
    {
        foreach (var line in files.SelectMany(Lines).Where(line => line.Length > 0 && line[0] != '#'))
        {
            ReadLine(line);
        }

        foreach (var kind in _kinds.Values)
        {
            kind.Close();
        }

        return _kinds;
    }

    private static List<string> Lines(string file)
    {
        using var stream = typeof(GrammarReader).Assembly.GetManifestResourceStream($"Entities.{file}")
            ?? throw new ArgumentException($"There are no words for \"{file}\".", nameof(file));
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries)];
    }

    private void ReadLine(string line)
    {
        var colon = line.IndexOf(" : ", StringComparison.Ordinal);
        var head = line[..(colon < 0 ? throw new FormatException($"No colon in \"{line}\".") : colon)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rule = ReadRule(head[1..]);
        foreach (var phrase in Choices(line[(colon + 3)..]).SelectMany(Alternatives.Expand))
        {
            Add(Kind(head[0]).Root, phrase, rule);
        }
    }

    private Phrases Kind(string name) => _kinds.TryGetValue(name, out var known) ? known : _kinds[name] = new Phrases(name);

    private GrammarRule ReadRule(string[] meaning)
    {
        var verb = meaning is [var first, ..] && char.IsLetter(first[0]) ? first : "";
        var arguments = meaning.Skip(verb.Length > 0 ? 1 : 0).Select(text => text[0] == '$'
            ? new Argument(0, int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture))
            : new Argument(long.Parse(text, CultureInfo.InvariantCulture), 0));
        return new GrammarRule(verb, [.. arguments], _order++);
    }

    // A bar outside brackets parts phrases; inside them it belongs to the bracket.
    private static IEnumerable<string> Choices(string text)
    {
        var (from, depth) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[at] == '|' && depth == 0)
            {
                yield return text[from..at];
                from = at + 1;
            }
        }

        yield return text[from..];
    }

    private void Add(Phrases.Node node, string phrase, GrammarRule rule)
    {
        foreach (var part in phrase.Replace("<", "\0<", StringComparison.Ordinal).Replace(">", ">\0", StringComparison.Ordinal).Split('\0'))
        {
            if (part.StartsWith('<'))
            {
                node = node.After(Kind(part[1..^1]));
                continue;
            }

            foreach (var token in TokenReader.Read(WordReader.Read(part), vocabulary.Add))
            {
                node = token.IsNumeral ? node.After(Kind($"{token.Value}..{token.Value}")) : node.After(token.Id);
            }
        }

        node.Rule ??= rule;
    }
}
