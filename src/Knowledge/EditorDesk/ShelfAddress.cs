using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.EditorDesk;

/// <summary>Addresses of the list of articles, narrowed.</summary>
internal static class ShelfAddress
{
    public const string Language = "language";
    public const string State = "state";
    public const string Translation = "translation";
    public const string Read = "read";
    public const string Live = "live";
    public const string NotLive = "not_live";

    public static string Of(string language, bool live) => $"knowledge?{Language}={language}&{Read}={(live ? Live : NotLive)}";

    public static string Of(string language, ArticleState state) => $"knowledge?{Language}={language}&{State}={state}";

    public static string Of(string language, TranslationStatus translation) => $"knowledge?{Language}={language}&{Translation}={translation}";
}
