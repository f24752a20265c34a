namespace Warmline.Bot.Understanding;

/// <summary>Numbers for all words and signs of all grammars, so that each word of a line is looked up once.</summary>
internal sealed class WordNumbers
{
    public const int Unknown = 0;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _find;

    public WordNumbers() => _find = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Find(ReadOnlySpan<char> word) => _find.TryGetValue(word, out var id) ? id : Unknown;

    public int Add(ReadOnlySpan<char> word)
    {
        if (!_find.TryGetValue(word, out var id))
        {
            id = _ids.Count + 1;
            _ids.Add(word.ToString(), id);
        }

        return id;
    }
}
