using System.Globalization;
using Warmline.Bot.Understanding;
using Warmline.Knowledge.Articles;

namespace Warmline.Bot.Dialogs;

/// <summary>What answers a question about this when no article fits its words better.</summary>
internal sealed class GeneralArticles : IArticleUsers
{
    private static readonly Dictionary<Intent, string> Keys = new()
    {
        [Intent.ReturnPolicy] = "returns.policy",
        [Intent.Delivery] = "delivery.time",
        [Intent.Payment] = "payment.methods",
    };

    public static string? Of(Intent about) => Keys.GetValueOrDefault(about);

    public IEnumerable<string> UsersOf(string key) =>
        Keys.ContainsValue(key) ? [Replies.Say("Editor.GeneralArticle", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)] : [];
}
