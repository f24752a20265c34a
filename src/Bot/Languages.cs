namespace Warmline.Bot;

/// <summary>The languages Warmline speaks.</summary>
internal static class Languages
{
    public const string Default = "en";

    public static readonly IReadOnlyList<string> All = ["en", "pl", "ru", "fa"];

    /// <summary>The language of a BCP-47 tag such as <c>pl-PL</c>; null when it is none of ours.</summary>
    public static string? Of(string? tag) => All.FirstOrDefault(language =>
        tag is not null && (tag.Equals(language, StringComparison.OrdinalIgnoreCase)
            || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase)));
}
