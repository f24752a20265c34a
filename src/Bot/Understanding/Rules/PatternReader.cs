namespace Warmline.Bot.Understanding;

/// <summary>Reads a phrase of a rule file into a <see cref="Pattern"/>.</summary>
internal sealed class PatternReader
{
    private const string Gap = "..";
    private readonly List<List<Step>> _places = [[]];
    private readonly string _phrase;
    private int _at;

    private PatternReader(string phrase) => _phrase = phrase;

    // Where the next word may come from, and whether words may stand between.
    private readonly record struct Exit(int Place, bool Gap);

    /// <summary>Null when the phrase may be nothing at all.</summary>
    /// <exception cref="FormatException">A bracket is not closed.</exception>
    public static Pattern? Read(string phrase)
    {
        var reader = new PatternReader(phrase);
        var ends = reader.ReadSequence([new Exit(0, false)]);
        return reader._at < phrase.Length ? throw new FormatException($"A bracket is not opened in the rule \"{phrase}\".")
            : reader._places[0].Count == 0 ? null
            : new Pattern([.. reader._places.Select(place => place.Select(step => step with { MayEnd = ends.Exists(end => end.Place == step.To) }).ToArray())]);
    }

    private List<Exit> ReadSequence(List<Exit> from)
    {
        while (_at < _phrase.Length && _phrase[_at] is not ('|' or ')'))
        {
            if (_phrase[_at] == '(')
            {
                from = ReadChoice(from);
            }
            else if (_phrase[_at] == ' ')
            {
                _at++;
            }
            else
            {
                from = ReadWord(from);
            }
        }

        return from;
    }

    private List<Exit> ReadChoice(List<Exit> from)
    {
        var exits = new List<Exit>();
        do
        {
            _at++;
            exits.AddRange(ReadSequence(from));
        }
        while (_at < _phrase.Length && _phrase[_at] == '|');
        if (_at == _phrase.Length)
        {
            throw new FormatException($"A bracket is not closed in the rule \"{_phrase}\".");
        }

        _at++;
        return [.. exits.Distinct()];
    }

    private List<Exit> ReadWord(List<Exit> from)
    {
        var start = _at;
        while (_at < _phrase.Length && _phrase[_at] is not (' ' or '(' or ')' or '|'))
        {
            _at++;
        }

        var text = _phrase[start.._at];
        // Before the first word a gap says nothing.
        return text == Gap ? [.. from.Select(exit => exit with { Gap = exit.Place > 0 }).Distinct()]
            : WordReader.Read(text).Words.Aggregate(from, (exits, word) => Step(exits, word.Text, text.EndsWith('*')));
    }

    private List<Exit> Step(List<Exit> from, string word, bool isStem)
    {
        var to = _places.Count;
        _places.Add([]);
        from.ForEach(exit => _places[exit.Place].Add(new Step(word, isStem, exit.Gap, to)));
        return [new Exit(to, false)];
    }
}
