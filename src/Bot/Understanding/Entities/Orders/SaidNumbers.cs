namespace Warmline.Bot.Understanding;

/// <summary>
/// Order numbers as customers say them: plain digits, split or spelled ones near a word for order, or alone in the line;
/// with letters before them wherever the shop's form fits the joined number.
/// </summary>
internal sealed class SaidNumbers(OrderNumberReader forms)
{
    private const int NearTokens = 6;
    private const int NextTokens = 2;
    private const int FewestDigits = 5;
    private const int MostDigits = 12;
    private const int FewestNamed = 4;
    private const int FewestLettered = 4;
    private const int StateLetters = 2;
    private const int ZipDigits = 5;

    public List<Place> Read(LineTokens line, OrderWords words)
    {
        var found = new List<Place>();
        for (var at = 0; at < line.All.Count; at++)
        {
            if (NumberRun.ReadAt(line, at, words) is { } run)
            {
                found.AddRange(Number(line, run, words) is { } number ? [number] : []);
                at = run.End - 1;
            }
        }

        return found;
    }

    private Place? Number(LineTokens line, NumberRun run, OrderWords words)
    {
        var start = line.All[run.First].Start;
        if (IsZip(line, run) || words.AfterPostCode(run.First) || (IsBeforePlace(line, run) && !words.NearNumber(run.First, run.End, NextTokens)))
        {
            return null;
        }

        if (run.Letters.Length > 0 && run.Digits.Length >= FewestLettered && forms.IsOne(run.Joined))
        {
            line.Take(run.First, run.End);
            return new Place(run.Joined, start, line.All[run.End - 1].End);
        }

        var fits = IsWhole(line, run) && (IsNamed(run, words) || IsNear(run, words));
        if (fits)
        {
            line.Take(run.First, run.End);
        }

        return fits ? new Place(run.Digits, start, line.All[run.End - 1].End) : null;
    }

    private static bool IsNear(NumberRun run, OrderWords words) => run.Digits.Length is >= FewestDigits and <= MostDigits
        && (words.Alone(run.First, run.End) || words.NearNumber(run.First, run.End, run.Split || run.Spelled ? NearTokens / 2 : NearTokens));

    // Many shops begin to count at 1001; four digits may also be a price, a year or an hour.
    private static bool IsNamed(NumberRun run, OrderWords words) =>
        run is { Digits.Length: FewestNamed, Split: false, Spelled: false } && words.NamesOrder(run.First);

    // "Seattle, WA 98101": the state's letters and the code, behind a comma or the city's name.
    private static bool IsZip(LineTokens line, NumberRun run)
    {
        if (run is not { Letters.Length: StateLetters, Digits.Length: ZipDigits, Split: false, Spelled: false })
        {
            return false;
        }

        var (at, before) = (run.First - 1, line.Digits[..line.All[run.First - 1].Start].TrimEnd());
        return line.All[run.First].Start > line.All[at].End
            && (before.EndsWith(',') || (at > 1 && !line.Written(at).ContainsAnyInRange('a', 'z') && char.IsAsciiLetterUpper(line.Written(at - 1)[0])));
    }

    // "603000, Nizhny Novgorod": a code, and behind it something with a name.
    private static bool IsBeforePlace(LineTokens line, NumberRun run)
    {
        if (run is not { Letters: "", Digits.Length: ZipDigits or ZipDigits + 1, Split: false, Spelled: false })
        {
            return false;
        }

        // Only where a sign comes before it: "my order from Monday 100234 Thanks" names the order.
        var before = line.Digits.AsSpan(0, line.All[run.First].Start).TrimEnd();
        var behind = line.Digits.AsSpan(line.All[run.End - 1].End);
        return before is [.., ':' or '-' or '–' or '—'] && behind is [',' or ' ', ..] && behind[1..].TrimStart() is [var first, ..] && char.IsUpper(first);
    }

    // Not a part of something longer: 12345.50, +48…, a/12345, ABC12345.
    private static bool IsWhole(LineTokens line, NumberRun run)
    {
        var text = line.Digits;
        var (start, end) = (line.All[run.First].Start, line.All[run.End - 1].End);
        return (start == 0 || !IsTied(text[start - 1])) && (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-')
            && !(end + 1 < text.Length && text[end] is '.' or ',' or ':' or '/' && char.IsDigit(text[end + 1])));

        bool IsTied(char before) => char.IsLetterOrDigit(before) || before is '_' or '+' or '-' or '.' or ',' or '/' || (before == ':' && start > 1 && char.IsDigit(text[start - 2]));
    }
}
