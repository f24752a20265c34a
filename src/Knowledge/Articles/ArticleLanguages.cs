namespace Warmline.Knowledge.Articles;

/// <summary>The languages articles are written in.</summary>
internal static class ArticleLanguages
{
    public static readonly IReadOnlyList<string> All = ["en", "pl", "ru", "fa"];
}
