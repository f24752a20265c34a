namespace Warmline.Knowledge.Articles;

/// <summary>An article as named texts: the columns of a CSV file, the lines at the head of a Markdown file.</summary>
internal static class ArticleFields
{
    public const string Key = "key";
    public const string Language = "language";
    public const string Title = "title";
    public const string Variants = "variants";
    public const string Answer = "answer";
    public const string Short = "short";
    public const string Buttons = "buttons";
    public const string AskBack = "ask-back";
    public const string Cases = "cases";
    public const string Tags = "tags";

    public static readonly IReadOnlyList<string> InFiles =
        [Title, Variants, Short, Buttons, AskBack, Tags, .. PropertyFields.All];

    public static readonly IReadOnlyList<string> All = [Key, Language, Title, Variants, Answer, Short, Buttons, AskBack, Cases, Tags, .. PropertyFields.All];

    public static Dictionary<string, string> Of(ArticleContent content, ArticleProperties? properties)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Title] = content.Title,
            [Variants] = string.Join('\n', content.Variants),
            [Answer] = content.Answer,
            [Short] = content.ShortForm ?? "",
            [Buttons] = string.Join('\n', content.Buttons.Select(ButtonText.Of)),
            [AskBack] = content.AskBack ?? "",
            [Cases] = CaseText.Of(content.Cases),
            [Tags] = properties is null ? "" : string.Join('\n', properties.Tags),
        };
        foreach (var (name, value) in properties is null ? [] : PropertyFields.Of(properties))
        {
            fields[name] = value;
        }

        return fields;
    }

    public static ArticleRow ToRow(string place, string key, string language, IReadOnlyDictionary<string, string> fields)
    {
        var found = new Findings();
        var content = new ArticleContent
        {
            Title = fields.GetValueOrDefault(Title, "").Trim(),
            Variants = Items(fields, Variants),
            Answer = fields.GetValueOrDefault(Answer, "").ReplaceLineEndings("\n").Trim(),
            ShortForm = Text(fields, Short),
            Buttons = [.. Items(fields, Buttons).Select(item => ButtonText.Read(item, found)).OfType<ArticleButton>()],
            AskBack = Text(fields, AskBack),
            Cases = CaseText.Read(fields.GetValueOrDefault(Cases, "").ReplaceLineEndings("\n")),
        };
        var properties = PropertyFields.Read(fields, found) with { Tags = fields.GetValueOrDefault(Tags) is { Length: > 0 } ? Items(fields, Tags) : null };
        return new(place, key, language, content, properties) { Problems = found.All };
    }

    private static string? Text(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.GetValueOrDefault(name, "").ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;

    private static string[] Items(IReadOnlyDictionary<string, string> fields, string name) => fields.GetValueOrDefault(name, "")
        .ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
