namespace Warmline.Bot.Understanding;

/// <summary>All phrases of one kind as a tree: each step is a known word or a slot for another kind. A numeral kind has none: digits fill it.</summary>
internal sealed class Phrases(string kind)
{
    private HashSet<int>? _firstWords;
    private bool[] _mayBegin = [];
    private bool _numeralFirst;

    public Numerals? Numerals { get; } = Numerals.Parse(kind);

    public Node Root { get; } = new();

    /// <summary>Whether a phrase may begin so: most words of a line begin none, and are left alone at once.</summary>
    public bool MayBeginWith(Token token) => token.IsNumeral ? _numeralFirst : token.Id < _mayBegin.Length && _mayBegin[token.Id];

    /// <summary>To be called when all phrases are read.</summary>
    public void Close()
    {
        if (_firstWords is null)
        {
            _firstWords = [.. Root.Words.Keys];
            _numeralFirst = Numerals is not null;
            foreach (var slot in Root.Slots.Select(slot => slot.Kind))
            {
                slot.Close();
                _firstWords.UnionWith(slot._firstWords!);
                _numeralFirst |= slot._numeralFirst;
            }

            _mayBegin = new bool[_firstWords.DefaultIfEmpty().Max() + 1];
            foreach (var word in _firstWords)
            {
                _mayBegin[word] = true;
            }
        }
    }

    internal sealed class Node
    {
        public GrammarRule? Rule { get; set; }

        public Dictionary<int, Node> Words { get; } = [];

        public List<(Phrases Kind, Node Next)> Slots { get; } = [];

        public Node After(int word) => Words.TryGetValue(word, out var next) ? next : Words[word] = new Node();

        public Node After(Phrases kind)
        {
            var known = Slots.Find(slot => slot.Kind == kind).Next;
            if (known is null)
            {
                known = new Node();
                Slots.Add((kind, known));
            }

            return known;
        }
    }
}
