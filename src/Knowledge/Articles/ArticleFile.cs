namespace Warmline.Knowledge.Articles;

/// <summary>
/// An article as a Markdown file. Between two <c>---</c> lines: <c>title: …</c>, then <c>variants:</c> and one <c>- …</c> line
/// for each way to ask. After them, the answer.
/// </summary>
internal static class ArticleFile
{
    private const string Fence = "---";
    private const string TitleMark = "title:";
    private const string VariantsMark = "variants:";
    private const string ItemMark = "- ";

    public static ArticleText Parse(string key, string language, string file)
    {
        var lines = file.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == Fence ? Array.IndexOf(lines, Fence, 1) : -1;
        if (end < 0)
        {
            throw new FormatException($"{key}.{language}.md: the lines between '---' and '---' are missing.");
        }

        var text = new ArticleText(key, language, TitleIn(lines, key, language), string.Join('\n', lines[(end + 1)..]).Trim());
        for (var at = 1; at < end; at++)
        {
            AddQuestion(text, lines[at], $"{key}.{language}.md, line {at + 1}");
        }

        return text;
    }

    private static string TitleIn(string[] lines, string key, string language) =>
        lines.FirstOrDefault(line => line.StartsWith(TitleMark, StringComparison.Ordinal))?[TitleMark.Length..].Trim()
        ?? throw new FormatException($"{key}.{language}.md: the line 'title: …' is missing.");

    private static void AddQuestion(ArticleText text, string line, string place)
    {
        if (line.StartsWith(ItemMark, StringComparison.Ordinal))
        {
            var position = text.Questions.Count + 1;
            text.Questions.Add(new ArticleQuestion(text.ArticleKey, text.Language, position, line[ItemMark.Length..].Trim()));
        }
        else if (line != VariantsMark && !line.StartsWith(TitleMark, StringComparison.Ordinal))
        {
            throw new FormatException($"{place}: expected '{TitleMark}', '{VariantsMark}' or '{ItemMark}question', found something else.");
        }
    }
}
