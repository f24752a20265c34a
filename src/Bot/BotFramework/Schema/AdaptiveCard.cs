namespace BotFramework.Schema;

/// <summary>A card in the words of Adaptive Cards 1.5, which Web Chat and Teams both show: lines of text and links. Text is never read as markup.</summary>
public sealed class AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public string Type { get; } = "AdaptiveCard";

    public string Version { get; } = "1.5";

    /// <summary>A BCP-47 language tag.</summary>
    public string? Lang { get; set; }

    /// <summary>Right to left.</summary>
    public bool? Rtl { get; set; }

    public IList<AdaptiveText> Body { get; set; } = [];

    public IList<AdaptiveLink>? Actions { get; set; }

    public Attachment ToAttachment() => new() { ContentType = ContentType, Content = ProtocolJson.ToElement(this) };
}

/// <summary>A line, of one or several runs.</summary>
/// <param name="Inlines">In the order they are read.</param>
/// <param name="Spacing"><c>none</c>, <c>small</c>, <c>default</c>, <c>medium</c>, <c>large</c>: what is left free above it.</param>
/// <param name="Separator">A rule above it.</param>
public sealed record AdaptiveText(IReadOnlyList<AdaptiveRun> Inlines, string? Spacing = null, bool? Separator = null)
{
    public string Type { get; } = "RichTextBlock";
}

/// <summary>Words of one look.</summary>
/// <param name="Text">Plain.</param>
/// <param name="Weight"><c>default</c>, <c>lighter</c> or <c>bolder</c>.</param>
/// <param name="Size"><c>small</c>, <c>default</c>, <c>medium</c>, <c>large</c>.</param>
/// <param name="IsSubtle">Less black than the rest.</param>
public sealed record AdaptiveRun(string Text, string? Weight = null, string? Size = null, bool? IsSubtle = null)
{
    public string Type { get; } = "TextRun";
}

/// <summary>A button that opens a page.</summary>
/// <param name="Title">On the button.</param>
/// <param name="Url">Absolute.</param>
public sealed record AdaptiveLink(string Title, string Url)
{
    public string Type { get; } = "Action.OpenUrl";
}
