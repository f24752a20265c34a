namespace Warmline.Knowledge.Articles;

/// <summary>A text on one line: <c>\n</c> for a line end, <c>\\</c> for a backslash.</summary>
internal static class OneLine
{
    private const char Escape = '\\';

    public static string Of(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A backslash before anything else stands for itself.</summary>
    public static string Read(string line)
    {
        var text = new System.Text.StringBuilder(line.Length);
        for (var at = 0; at < line.Length; at++)
        {
            var next = line[at] == Escape && at + 1 < line.Length ? line[at + 1] : '\0';
            text.Append(next switch { 'n' => '\n', Escape => Escape, _ => line[at] });
            at += next is 'n' or Escape ? 1 : 0;
        }

        return text.ToString();
    }
}
