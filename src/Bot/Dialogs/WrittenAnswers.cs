using BotFramework.Schema;
using Warmline.Knowledge.Answers;
using Warmline.Knowledge.Search;

namespace Warmline.Bot.Dialogs;

/// <summary>What is said, and the article it is from: the first one it cites.</summary>
internal sealed record WrittenText(KnowledgeArticle Article, string Markdown);

/// <summary>
/// Answers in words that a model wrote from the articles, with their sources. While they are written the customer sees typing, renewed
/// with each sentence that passed; the line is part of the turn and is committed once, whole, with it.
/// </summary>
internal sealed class WrittenAnswers(GroundedAnswers grounded)
{
    /// <summary>Null: say the article's own words.</summary>
    public async Task<WrittenText?> TryAsync(Talk talk, string question, KnowledgeArticle article, CancellationToken cancellationToken)
    {
        if (!grounded.IsOn)
        {
            return null;
        }

        var asked = About(talk, question);
        return await WriteAsync(talk, asked, await grounded.SourcesAsync(article, asked, cancellationToken), cancellationToken);
    }

    /// <summary>Null: ask which one is meant.</summary>
    public async Task<WrittenText?> TryAsync(
        Talk talk, string question, IReadOnlyList<KnowledgeSuggestion> suggestions, CancellationToken cancellationToken)
    {
        if (!grounded.IsOn)
        {
            return null;
        }

        var asked = About(talk, question);
        return await WriteAsync(talk, asked, await grounded.SourcesAsync(suggestions, asked, cancellationToken), cancellationToken);
    }

    private static GroundedQuestion About(Talk talk, string question) =>
        new(talk.Turn.Input.ConversationId, question, talk.Language) { Before = talk.AskedBefore?.Question };

    private async Task<WrittenText?> WriteAsync(
        Talk talk, GroundedQuestion question, IReadOnlyList<KnowledgeArticle> sources, CancellationToken cancellationToken)
    {
        await ShowTypingAsync();
        if (await grounded.WriteAsync(question, sources, () => _ = ShowTypingAsync(), cancellationToken) is not { } answer)
        {
            return null;
        }

        var cited = string.Join(" · ", answer.Sources.Select((source, place) => $"[{GroundedAnswers.CitedNumber(place + 1, question.Language)}] {source.Title}"));
        return new(answer.Sources[0], $"{answer.Markdown}\n\n{talk.Text("Answer.Source", ("source", cited))}");

        // The log's adapter only rings: nothing to wait for.
        Task ShowTypingAsync() => talk.SendAsync(new Activity { Type = ActivityTypes.Typing }, cancellationToken);
    }
}
