using Warmline.Knowledge.Articles;

namespace Warmline.Knowledge.EditorDesk.Writing;

/// <summary>What stands in the form, as it was typed.</summary>
internal sealed class DraftFields
{
    public string Title { get; set; } = "";

    /// <summary>One a line.</summary>
    public string Variants { get; set; } = "";

    public string Answer { get; set; } = "";

    public string ShortForm { get; set; } = "";

    public string AskBack { get; set; } = "";

    public List<ButtonFields> Buttons { get; } = [];

    public List<CaseFields> Cases { get; } = [];

    public static DraftFields Of(ArticleContent? content)
    {
        var fields = new DraftFields();
        if (content is null)
        {
            return fields;
        }

        (fields.Title, fields.Answer) = (content.Title, content.Answer);
        fields.Variants = string.Join('\n', content.Variants);
        (fields.ShortForm, fields.AskBack) = (content.ShortForm ?? "", content.AskBack ?? "");
        fields.Buttons.AddRange(content.Buttons.Select(ButtonFields.Of));
        fields.Cases.AddRange(content.Cases.Select(CaseFields.Of));
        return fields;
    }

    public ArticleContent ToContent() => new()
    {
        Title = Title.Trim(),
        Variants = Lines(Variants),
        Answer = Text(Answer),
        ShortForm = Text(ShortForm) is { Length: > 0 } words ? words : null,
        AskBack = AskBack.Trim() is { Length: > 0 } question ? question : null,
        Buttons = [.. Buttons.Select(button => button.ToButton())],
        Cases = [.. Cases.Select(one => one.ToCase())],
    };

    /// <summary>One field as another content has it.</summary>
    public void Take(string field, ArticleContent from)
    {
        var theirs = Of(from);
        switch (field)
        {
            case nameof(ArticleContent.Title): Title = theirs.Title; break;
            case nameof(ArticleContent.Variants): Variants = theirs.Variants; break;
            case nameof(ArticleContent.Answer): Answer = theirs.Answer; break;
            case nameof(ArticleContent.ShortForm): ShortForm = theirs.ShortForm; break;
            case nameof(ArticleContent.AskBack): AskBack = theirs.AskBack; break;
            case nameof(ArticleContent.Buttons): Replace(Buttons, theirs.Buttons); break;
            case nameof(ArticleContent.Cases): Replace(Cases, theirs.Cases); break;
        }
    }

    internal static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    internal static string Text(string text) => text.ReplaceLineEndings("\n").Trim();

    private static void Replace<T>(List<T> mine, List<T> theirs)
    {
        mine.Clear();
        mine.AddRange(theirs);
    }
}

/// <summary>A button being written: <see cref="Leads"/> is a task of the bot, or empty for <see cref="Link"/>.</summary>
internal sealed class ButtonFields
{
    public string Label { get; set; } = "";

    public string Leads { get; set; } = "";

    public string Link { get; set; } = "";

    public static ButtonFields Of(ArticleButton button) =>
        new() { Label = button.Label, Leads = button.Task ?? "", Link = button.Link?.OriginalString ?? "" };

    public ArticleButton ToButton() => Leads.Length > 0 ? new(Label.Trim(), Leads, null)
        : new(Label.Trim(), null, Uri.TryCreate(Link.Trim(), UriKind.RelativeOrAbsolute, out var link) && Link.Trim().Length > 0 ? link : null);
}

/// <summary>A case being written; <see cref="Words"/> with commas between.</summary>
internal sealed class CaseFields
{
    private static readonly char[] Commas = [',', '،'];

    public string Label { get; set; } = "";

    public string Words { get; set; } = "";

    public string Answer { get; set; } = "";

    public static CaseFields Of(ArticleCase one) => new() { Label = one.Label, Words = string.Join(", ", one.Words), Answer = one.Answer };

    public ArticleCase ToCase() => new(
        Label.Trim(), Words.Split(Commas, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), DraftFields.Text(Answer));
}
