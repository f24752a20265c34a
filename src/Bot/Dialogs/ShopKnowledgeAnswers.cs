using BotFramework.Schema;
using Warmline.Bot.Understanding;
using Warmline.Knowledge.Search;

namespace Warmline.Bot.Dialogs;

/// <summary>Questions answered from the shop's articles, with their source.</summary>
internal sealed class ShopKnowledgeAnswers(KnowledgeAnswers knowledge)
{
    private static readonly Dictionary<Intent, string> GeneralArticle = new()
    {
        [Intent.ReturnPolicy] = "returns.policy",
        [Intent.Delivery] = "delivery.time",
        [Intent.Payment] = "payment.methods",
    };

    /// <summary>The customer asks about this; if no article fits the words, the general one does.</summary>
    public async Task AnswerAsync(Talk talk, Intent about, string question, bool asksWhetherItHelped, CancellationToken cancellationToken)
    {
        var answer = await knowledge.AskAsync(question, talk.Language, cancellationToken);
        var article = answer is { Kind: KnowledgeAnswerKind.Answer } && IsAbout(answer.Article!.Key, about)
            ? answer.Article
            : GeneralArticle.TryGetValue(about, out var key) ? await knowledge.GetAsync(key, talk.Language, cancellationToken) : null;
        if (article is null)
        {
            await talk.OfferAsync(Offer.Person, "Answer.None", cancellationToken);
            return;
        }

        await ShowAsync(talk, article, asksWhetherItHelped, cancellationToken);
    }

    /// <summary>Answers when an article fits, asks which one is meant when several might. False: nothing was said.</summary>
    public async Task<bool> TryAnswerAsync(Talk talk, string question, CancellationToken cancellationToken)
    {
        var answer = await knowledge.AskAsync(question, talk.Language, cancellationToken);
        switch (answer.Kind)
        {
            case KnowledgeAnswerKind.Answer:
                await ShowAsync(talk, answer.Article!, asksWhetherItHelped: true, cancellationToken);
                return true;
            case KnowledgeAnswerKind.Suggestions when talk.Memory.FailedTurns == 0 && !talk.OffersPerson:
                // A guess is no answer: the next line that isn't understood leads to a person.
                talk.Memory.FailedTurns++;
                await talk.AskAsync("Clarify", [.. answer.Suggestions.Select(s => s.Title), talk.Label("Quick.Person")], cancellationToken);
                return true;
            default:
                return false;
        }
    }

    private static bool IsAbout(string articleKey, Intent about) =>
        !GeneralArticle.TryGetValue(about, out var general) || articleKey.Split('.')[0] == general.Split('.')[0];

    private static async Task ShowAsync(Talk talk, KnowledgeArticle article, bool asksWhetherItHelped, CancellationToken cancellationToken)
    {
        var source = talk.Text("Answer.Source", ("source", article.Title));
        await talk.SendAsync(MessageFactory.Text($"{article.Markdown}\n\n{source}", null, TextFormats.Markdown), cancellationToken);
        if (asksWhetherItHelped && !talk.OffersPerson)
        {
            await talk.OfferAsync(Offer.Helped, "Answer.DidThisHelp", cancellationToken);
        }
    }
}
