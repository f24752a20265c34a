using BotFramework.Schema;
using Warmline.Knowledge.Search;

namespace Warmline.Bot.Dialogs;

/// <summary>What the buttons under an article do: open a link, ask for another article, or say the words that start a task of the bot.</summary>
internal static class ArticleTasks
{
    // The task an editor names, and the reply whose words start it in every language.
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["order_status"] = "Quick.Order",
        ["start_return"] = "Return.Start",
        ["cancel_order"] = "Change.CancelOrder",
        ["change_address"] = "Change.ChangeAddress",
        ["callback"] = "Quick.Callback",
        ["person"] = "Quick.Person",
    };

    /// <summary>A button for each that can be pressed; a task nobody knows gets none.</summary>
    public static IEnumerable<CardAction> Buttons(KnowledgeArticle article, Func<string, string> label) =>
        article.Buttons.Select(button => Button(button, label)).OfType<CardAction>();

    private static CardAction? Button(KnowledgeButton button, Func<string, string> label) =>
        button.Question is { } question ? CardAction.ImBack(button.Label, question)
        : button.Link is { } link ? CardAction.OpenUrl(button.Label, link.AbsoluteUri)
        : button.Task is { } task && Words.TryGetValue(task, out var words) ? CardAction.ImBack(button.Label, label(words))
        : null;
}
