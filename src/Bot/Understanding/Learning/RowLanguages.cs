namespace Warmline.Bot.Understanding.Learning;

/// <summary>In which language a line is searched: its own, where enough of the rows are in that; else the commonest of the rows.</summary>
internal sealed class RowLanguages
{
    private const double LeastShare = 0.1;

    private readonly string[] _languages;
    private readonly Func<Line, string?> _read;

    private RowLanguages(string[] languages, Func<Line, string?> read) => (_languages, _read) = (languages, read);

    /// <summary>Null when no row tells its language.</summary>
    public static RowLanguages? Of(IEnumerable<Line> rows, Func<Line, string?> read)
    {
        var told = rows.Select(read).OfType<string>().CountBy(language => language).OrderByDescending(count => count.Value).ToList();
        var least = LeastShare * told.Sum(count => count.Value);
        return told.Count == 0 ? null : new([.. told.Where(count => count.Value >= least).Select(count => count.Key)], read);
    }

    public string Of(Line line) =>
        _languages.Length > 1 && _read(line) is { } told && _languages.Contains(told) ? told : _languages[0];
}
