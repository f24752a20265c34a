using System.Text;

namespace Warmline.Bot.Understanding;

/// <summary>E-mail addresses: typed, typed with spaces around the sign, and spelled ("anna at poczta dot pl").</summary>
internal static class EmailReader
{
    private const int Longest = 254;
    private const int LongestSpelled = 8;

    public static List<Place> Read(LineTokens line, IReadOnlyList<EntityWords> words)
    {
        var found = new List<Place>();
        var text = line.Digits;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (Around(text, at) is { } typed && (found.Count == 0 || found[^1].End <= typed.Start))
            {
                found.Add(typed);
            }
        }

        if (found.Count == 0)
        {
            found.AddRange(words.SelectMany(own => line.Find(own.At).Select(at => Spelled(line, own, at))).OfType<Place>().DistinctBy(place => place.Start));
        }

        return found;
    }

    private static Place? Around(string text, int at)
    {
        var left = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
        var right = at + 1 < text.Length && text[at + 1] == ' ' ? at + 2 : at + 1;
        var start = StartOf(text, left);
        var end = EndOfDomain(text, right);
        return start < left && end > right && end - start <= Longest
            ? new Place($"{text[start..left]}@{text[right..end]}", start, end)
            : null;
    }

    private static int StartOf(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < Longest && IsOfName(text[start - 1]))
        {
            start--;
        }

        return start < end && text[start] == '.' ? start + 1 : start;
    }

    // Labels of letters, digits and dashes with points between them; the last has two letters at least and nothing else.
    private static int EndOfDomain(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < Longest && (IsOfLabel(text[end]) || (text[end] == '.' && end > start && text[end - 1] != '.')))
        {
            end++;
        }

        while (end > start)
        {
            var point = text.LastIndexOf('.', end - 1, end - start);
            var last = text.AsSpan(point + 1, end - point - 1);
            if (point <= start)
            {
                return start;
            }

            var letters = LettersAtStart(last);
            if (letters >= 2 && (letters == last.Length || last[letters] == '-'))
            {
                return point + 1 + letters;
            }

            end = point;
        }

        return start;
    }

    private static int LettersAtStart(ReadOnlySpan<char> label)
    {
        var count = 0;
        while (count < label.Length && char.IsLetter(label[count]))
        {
            count++;
        }

        return count;
    }

    private static bool IsOfName(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '.' or '+' or '-';

    private static bool IsOfLabel(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '-';

    // A word for "dot" must follow, for "at" alone is said of anything.
    private static Place? Spelled(LineTokens line, EntityWords words, int at)
    {
        var first = at - 1;
        while (first > 1 && Grammar.Longest(words.Dot, line.All, first - 1) is not null)
        {
            first -= 2;
        }

        if (first < 0 || !char.IsLetterOrDigit(line.Digits[line.All[first].Start]))
        {
            return null;
        }

        var start = StartOf(line.Digits, line.All[first].End);
        var name = new StringBuilder(line.Digits, start, line.All[first].End - start, Longest);
        for (var next = first + 1; next < at; next += 2)
        {
            name.Append('.').Append(line.Written(next + 1));
        }

        return Domain(line, words, at + 1) is { Value: var domain, End: var end } ? new Place($"{name}@{domain}", start, end) : null;
    }

    private static Place? Domain(LineTokens line, EntityWords words, int first)
    {
        var domain = new StringBuilder();
        var (at, dots) = (first, 0);
        while (at < line.All.Count && at < first + LongestSpelled && line.Written(at) is var part && char.IsAsciiLetterOrDigit(part[0]))
        {
            domain.Append(part);
            at++;
            if (at + 1 >= line.All.Count || Grammar.Longest(words.Dot, line.All, at) is null)
            {
                break;
            }

            domain.Append('.');
            (at, dots) = (at + 1, dots + 1);
        }

        var ends = dots > 0 && line.Written(at - 1) is { Length: >= 2 } last && !last.ContainsAnyInRange('0', '9');
        return ends ? new Place(domain.ToString(), line.All[first].Start, line.All[at - 1].End) : null;
    }
}
