namespace Warmline.Bot.Understanding;

/// <summary>
/// One phrase of a rule file: whole words, <c>stem*</c>, <c>..</c> for up to four words between,
/// <c>(a|b c|)</c> for alternatives. Everything it matches stands in one clause.
/// </summary>
internal sealed class Pattern
{
    private const int WidestGap = 4;
    private readonly Piece[] _pieces;

    private Pattern(Piece[] pieces) => _pieces = pieces;

    private readonly record struct Piece(string Text, bool Stem, bool GapBefore);

    /// <summary>Every match begins with this letter, typo or not: the key rules are looked up by.</summary>
    public char FirstLetter => _pieces[0].Text[0];

    public string FirstWord => _pieces[0].Text;

    /// <summary>Whether the first word may go on.</summary>
    public bool BeginsWithStem => _pieces[0].Stem;

    public static IEnumerable<Pattern> Parse(string phrase) =>
        Alternatives.Expand(phrase).Select(ReadOne).Where(pattern => pattern._pieces.Length > 0);

    /// <summary>The index of the last word matched when the phrase begins at <paramref name="first"/>, or -1.</summary>
    public int MatchAt(IReadOnlyList<Word> words, int first, bool forgiveTypo) =>
        Match(words, first, 0, forgiveTypo && _pieces.Length > 1 ? 1 : 0);

    private int Match(IReadOnlyList<Word> words, int at, int piece, int typosLeft)
    {
        if (piece == _pieces.Length)
        {
            return at - 1;
        }
        var widest = _pieces[piece].GapBefore ? WidestGap : 0;
        for (var skip = 0; skip <= widest && at + skip < words.Count; skip++)
        {
            var here = at + skip;
            if (piece > 0 && words[here].Clause != words[at - 1].Clause)
            {
                return -1;
            }
            var cost = Cost(_pieces[piece], words[here].Text, typosLeft);
            var last = cost > typosLeft ? -1 : Match(words, here + 1, piece + 1, typosLeft - cost);
            if (last >= 0)
            {
                return last;
            }
        }
        return -1;
    }

    private static int Cost(Piece piece, string word, int typosLeft)
    {
        var fits = piece.Stem ? word.StartsWith(piece.Text, StringComparison.Ordinal) : word == piece.Text;
        return fits ? 0 : typosLeft > 0 && Typo.IsSlipOf(piece.Text, word, piece.Stem) ? 1 : 2;
    }

    private static Pattern ReadOne(string phrase)
    {
        var pieces = new List<Piece>();
        var gap = false;
        foreach (var part in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                gap = pieces.Count > 0;
                continue;
            }
            foreach (var word in WordReader.Read(part).Words)
            {
                pieces.Add(new Piece(word.Text, part.EndsWith('*'), gap));
                gap = false;
            }
        }
        return new Pattern([.. pieces]);
    }
}
