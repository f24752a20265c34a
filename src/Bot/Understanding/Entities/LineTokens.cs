namespace Warmline.Bot.Understanding;

/// <summary>A line on its way through the readers of entities: each takes what it understands, the next sees what is left.</summary>
internal sealed class LineTokens(Line line, string language, IReadOnlyList<EntityWords> words)
{
    private bool? _hasDigits;

    public Line Line { get; } = line;

    public string Language { get; } = language;

    /// <summary>Of the line's language first, then the others.</summary>
    public IReadOnlyList<EntityWords> Words { get; } = words;

    /// <summary>As written, with Latin digits; positions are the customer's.</summary>
    public string Digits { get; } = Letters.LatinDigits(line.Text);

    public bool HasDigits => _hasDigits ??= Digits.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>Looked up after the word files are read, which <see cref="Words"/> sees to.</summary>
    public List<Token> All { get; } = TokenReader.Read(line, Signs.Words.Find);

    public bool[] Taken => field ??= new bool[All.Count];

    public string Quote(int first, int end) => Line.Text[All[first].Start..All[end - 1].End];

    public ReadOnlySpan<char> Written(int at) => Digits.AsSpan(All[at].Start, All[at].End - All[at].Start);

    public bool IsFree(int first, int end) => !Taken.AsSpan(first, end - first).Contains(true);

    public void Take(int first, int end) => Taken.AsSpan(first, end - first).Fill(true);

    /// <summary>Takes what stands in a part of the text.</summary>
    public void TakeText(int start, int end)
    {
        for (var at = 0; at < All.Count; at++)
        {
            Taken[at] |= All[at].Start < end && All[at].End > start;
        }
    }

    public bool IsFreeText(int start, int end) => !All.Where((token, at) => Taken[at] && token.Start < end && token.End > start).Any();

    /// <summary>Places where a phrase of one of the kinds begins.</summary>
    public List<int> Find(params ReadOnlySpan<Phrases> kinds)
    {
        var places = new List<int>();
        foreach (var kind in kinds)
        {
            for (var at = 0; at < All.Count; at++)
            {
                if (Grammar.Longest(kind, All, at) is not null)
                {
                    places.Add(at);
                }
            }
        }

        return places;
    }

    public bool IsSign(int at, int sign) => at >= 0 && at < All.Count && All[at].Id == sign;
}
