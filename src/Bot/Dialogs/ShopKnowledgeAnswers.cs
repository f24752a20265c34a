using BotFramework.Schema;
using Warmline.Bot.Understanding;
using Warmline.Knowledge.Search;

namespace Warmline.Bot.Dialogs;

/// <summary>Questions answered from the shop's articles, with their source.</summary>
internal sealed class ShopKnowledgeAnswers(KnowledgeAnswers knowledge, WrittenAnswers written)
{
    private const int LongestKept = 300;

    /// <summary>
    /// The customer asks about this; if no article fits the words, the general one does. False, and nothing said: there is none about
    /// returns, which the rules can decide for their own order all the same.
    /// </summary>
    public async Task<bool> AnswerAsync(Talk talk, Intent about, string question, bool asksWhetherItHelped, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(talk, question, GeneralArticles.Of(about), cancellationToken);
        if (answer.AskBack is { } askBack)
        {
            await AskBackAsync(talk, question, askBack, cancellationToken);
            return true;
        }

        if (answer.Article is not { } article)
        {
            Asked.Nothing(talk, question, answer.Score);
            if (about == Intent.ReturnPolicy)
            {
                return false;
            }

            await talk.OfferAsync(Offer.Person, "Answer.None", cancellationToken);
            return true;
        }

        await ShowAsync(talk, question, article, answer.Score, asksWhetherItHelped, cancellationToken);
        return true;
    }

    /// <summary>Answers when an article fits, asks back, or asks which one is meant when several might. False: nothing was said.</summary>
    public async Task<bool> TryAnswerAsync(Talk talk, string question, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(talk, question, general: null, cancellationToken);
        switch (answer.Kind)
        {
            case KnowledgeAnswerKind.Answer:
                await ShowAsync(talk, question, answer.Article!, answer.Score, asksWhetherItHelped: true, cancellationToken);
                return true;
            case KnowledgeAnswerKind.AskBack:
                await AskBackAsync(talk, question, answer.AskBack!, cancellationToken);
                return true;
            case KnowledgeAnswerKind.Suggestions when await written.TryAsync(talk, question, answer.Suggestions, cancellationToken) is { } text:
                await ShowAsync(talk, question, text, answer.Score, asksWhetherItHelped: true, cancellationToken);
                return true;
            case KnowledgeAnswerKind.Suggestions when talk.Memory.FailedTurns == 0 && !talk.OffersPerson:
                // A guess is no answer: the next line that isn't understood leads to a person.
                talk.Memory.FailedTurns++;
                Asked.Choices(talk, question, answer);
                await talk.AskAsync("Clarify", [.. answer.Suggestions.Select(s => s.Title), talk.Label("Quick.Person")], cancellationToken);
                return true;
            default:
                Asked.Nothing(talk, question, answer.Score);
                return false;
        }
    }

    private async Task<KnowledgeAnswer> AskAsync(Talk talk, string question, string? general, CancellationToken cancellationToken)
    {
        var before = talk.Memory.Asked;
        talk.Memory.Asked = before is { AskedBack: true } ? before with { AskedBack = false } : before;
        return await knowledge.AskAsync(new KnowledgeQuestion(question, talk.Language)
        {
            Before = before,
            General = general,
            IsSignedIn = talk.Customer is not null,
            Facts = talk.Turn.FactOf("country") is { } country ? [country] : [],
        }, cancellationToken);
    }

    // The question and the cases are the editor's words; pressing a case says it.
    private static Task AskBackAsync(Talk talk, string question, KnowledgeAskBack askBack, CancellationToken cancellationToken)
    {
        Asked.Back(talk, question, askBack);
        Remember(talk, question, askBack.Key, askedBack: true);
        return talk.SendAsync(MessageFactory.SuggestedActions(askBack.Cases, askBack.Question), cancellationToken);
    }

    private async Task ShowAsync(
        Talk talk, string question, KnowledgeArticle article, double confidence, bool asksWhetherItHelped, CancellationToken cancellationToken)
    {
        var isShort = ShortChannels.Are(talk.Turn.Input.Channel);
        var text = isShort ? null : await written.TryAsync(talk, question, article, cancellationToken);
        var words = text ?? new WrittenText(article, $"{(isShort ? article.ShortText : article.Markdown)}\n\n{talk.Text("Answer.Source", ("source", article.Title))}");
        await ShowAsync(talk, question, words, confidence, asksWhetherItHelped, cancellationToken);
    }

    private static async Task ShowAsync(
        Talk talk, string question, WrittenText text, double confidence, bool asksWhetherItHelped, CancellationToken cancellationToken)
    {
        var article = text.Article;
        Asked.Answered(talk, question, article.Key, confidence);
        Remember(talk, question, article.Key, askedBack: false);
        var answer = MessageFactory.Text(text.Markdown, null, ShortChannels.Are(talk.Turn.Input.Channel) ? TextFormats.Plain : TextFormats.Markdown);
        var buttons = ArticleTasks.Buttons(article, talk.Label).ToList();
        var asks = asksWhetherItHelped && !talk.OffersPerson;
        if (buttons.Count > 0 && !asks)
        {
            answer.SuggestedActions = new SuggestedActions { Actions = [.. buttons] };
        }

        await talk.SendAsync(answer, cancellationToken);
        if (asks)
        {
            await talk.OfferAsync(Offer.Helped, "Answer.DidThisHelp", buttons, cancellationToken);
        }
    }

    // What an answer to an ask-back was about is still the first question.
    private static void Remember(Talk talk, string question, string key, bool askedBack)
    {
        var first = talk.Memory.Asked is { } before && before.ArticleKey == key ? before.Question : question;
        talk.Memory.Asked = new KnowledgeContext(first[..Math.Min(first.Length, LongestKept)], key, askedBack);
    }
}
