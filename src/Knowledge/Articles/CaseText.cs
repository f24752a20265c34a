namespace Warmline.Knowledge.Articles;

/// <summary>
/// Cases as text: each begins with <c>=== label | word, word</c>, then its answer. A line of an answer that begins the same way
/// has a backslash before it.
/// </summary>
internal static class CaseText
{
    private const string Mark = "=== ";
    private const char WordsMark = '|';

    /// <summary>The answer for all cases, and the cases.</summary>
    public static (string Answer, string Cases) Split(string text)
    {
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, IsMark);
        return first < 0 ? (Plain(lines), "") : (Plain(lines[..first]).Trim(), string.Join('\n', lines[first..]));
    }

    public static string Join(string answer, string cases) => cases.Length == 0 ? Guarded(answer) : $"{Guarded(answer)}\n\n{cases}";

    public static string Of(IReadOnlyList<ArticleCase> cases) =>
        string.Join("\n\n", cases.Select(one => $"{Mark}{one.Label} {WordsMark} {string.Join(", ", one.Words)}\n{Guarded(one.Answer)}"));

    public static IReadOnlyList<ArticleCase> Read(string text)
    {
        var cases = new List<ArticleCase>();
        var lines = text.Split('\n');
        for (var at = Array.FindIndex(lines, IsMark); at >= 0;)
        {
            var next = Array.FindIndex(lines, at + 1, IsMark);
            var head = lines[at][Mark.Length..].Split(WordsMark, 2, StringSplitOptions.TrimEntries);
            IReadOnlyList<string> words = head.Length > 1 ? head[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
            cases.Add(new ArticleCase(head[0], words, Plain(lines[(at + 1)..(next < 0 ? lines.Length : next)]).Trim()));
            at = next;
        }

        return cases;
    }

    private static bool IsMark(string line) => line.StartsWith(Mark, StringComparison.Ordinal);

    private static bool IsGuarded(string line) => line.TrimStart('\\') is var rest && rest.Length < line.Length && IsMark(rest);

    private static string Guarded(string text) =>
        string.Join('\n', text.Split('\n').Select(line => IsMark(line) || IsGuarded(line) ? "\\" + line : line));

    private static string Plain(string[] lines) => string.Join('\n', lines.Select(line => IsGuarded(line) ? line[1..] : line));
}
