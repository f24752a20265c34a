using System.Text;

namespace Warmline.Knowledge.Articles;

/// <summary>
/// An article in one language as a Markdown file, <c>key.language.md</c>. Between two <c>---</c> lines <c>title: …</c> and, where
/// there are any, <c>variants:</c>, <c>buttons:</c> and <c>tags:</c> with one <c>- …</c> line for each, <c>short:</c>, <c>ask-back:</c>
/// and the lines of <see cref="PropertyFields"/>. After them the answer. A button is <c>label -> task</c> or <c>label -> address</c>.
/// After the answer, each line <c>=== label | word, word</c> begins what is answered in one case.
/// </summary>
internal static class ArticleFile
{
    private const string Fence = "---";
    private const string ItemMark = "- ";
    private static readonly string[] Lists = [ArticleFields.Variants, ArticleFields.Buttons, ArticleFields.Tags];

    /// <exception cref="FormatException">Names the file and the line.</exception>
    public static ArticleRow Parse(string key, string language, string file)
    {
        var name = $"{key}.{language}.md";
        var lines = file.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == Fence ? Array.IndexOf(lines, Fence, 1) : -1;
        if (end < 0)
        {
            throw new FormatException($"{name}: the lines between '---' and '---' are missing.");
        }

        var fields = Fields(lines[1..end], name);
        if (!fields.ContainsKey(ArticleFields.Title))
        {
            throw new FormatException($"{name}: the line 'title: …' is missing.");
        }

        (fields[ArticleFields.Answer], fields[ArticleFields.Cases]) = CaseText.Split(string.Join('\n', lines[(end + 1)..]).Trim());
        return ArticleFields.ToRow(name, key, language, fields);
    }

    public static string Write(ArticleContent content, ArticleProperties? properties)
    {
        var fields = ArticleFields.Of(content, properties);
        var text = new StringBuilder().Append(Fence).Append('\n');
        foreach (var (name, value) in fields.Where(field => field.Value.Length > 0 && field.Key is not (ArticleFields.Answer or ArticleFields.Cases)))
        {
            text.Append(Lists.Contains(name)
                ? $"{name}:\n{string.Concat(value.Split('\n').Select(item => $"{ItemMark}{item}\n"))}"
                : $"{name}: {OneLine.Of(value)}\n");
        }

        text.Append(Fence).Append('\n').Append(CaseText.Join(content.Answer, fields[ArticleFields.Cases])).Append('\n');
        return text.ToString();
    }

    private static Dictionary<string, string> Fields(string[] lines, string name)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var list = "";
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.StartsWith(ItemMark, StringComparison.Ordinal) && list.Length > 0)
            {
                fields[list] += (fields[list].Length > 0 ? "\n" : "") + line[ItemMark.Length..].Trim();
            }
            else if (colon > 0 && ArticleFields.InFiles.Contains(line[..colon]) && fields.TryAdd(line[..colon], OneLine.Read(line[(colon + 1)..].Trim())))
            {
                list = Lists.Contains(line[..colon]) ? line[..colon] : "";
            }
            else
            {
                throw new FormatException($"{name}, line {at + 2}: expected 'title:', 'variants:', '- question' or another field, once; found something else.");
            }
        }

        return fields;
    }
}
