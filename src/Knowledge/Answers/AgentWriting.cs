using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Answers.Checks;
using Warmline.Knowledge.Answers.Model;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Answers;

/// <summary>A line of a conversation: who said it (<c>customer</c>, <c>agent</c>, <c>bot</c>, <c>shop</c>), and what.</summary>
public sealed record SpokenLine(string Who, string Text);

/// <summary>What a language model writes for agents. Each text is theirs to take or to leave; null when there is none to be relied on.</summary>
public sealed class AgentWriting
{
    private const int LongestTranscript = 12_000;
    private const int LongestTranslated = 4000;
    private readonly ModelCalls _calls;
    private readonly KnowledgeAnswers _knowledge;
    private readonly ILogger<AgentWriting> _log;

    internal AgentWriting(LanguageModel model, IOptions<LanguageModelOptions> options, ModelCalls calls, KnowledgeAnswers knowledge, ILogger<AgentWriting> log)
    {
        (_calls, _knowledge, _log) = (calls, knowledge, log);
        var isThere = model.Chat is not null;
        (Summarizes, SuggestsReplies, Translates) = (isThere && options.Value.Summarize, isThere && options.Value.SuggestReplies, isThere && options.Value.Translate);
    }

    /// <summary>Whether summaries are switched on.</summary>
    public bool Summarizes { get; }

    /// <summary>Whether suggested replies are switched on.</summary>
    public bool SuggestsReplies { get; }

    /// <summary>Whether translations are switched on.</summary>
    public bool Translates { get; }

    /// <summary>What was said and what is open, in the agent's language; every figure and number in it was said.</summary>
    public Task<string?> SummarizeAsync(string conversation, IReadOnlyList<SpokenLine> lines, string language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return !Summarizes || lines.Count == 0 ? Task.FromResult<string?>(null) : SafelyAsync(() =>
        {
            var masks = new Masks();
            var said = Transcript(lines, masks);
            var carried = FactSheet.Of(said.Select(line => line.Text));
            var task = new AgentTask("summary", conversation, language, AgentPrompts.Summary(language), new { Lines = said });
            return WriteAsync(task, masks, (sentence, _) => carried.Carries(sentence), cancellationToken);
        });
    }

    /// <summary>What the agent might say next, in the customer's language, from the transcript and the shop's articles; links from articles only.</summary>
    public async Task<string?> SuggestReplyAsync(
        string conversation, IReadOnlyList<SpokenLine> lines, string language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (!SuggestsReplies || lines.LastOrDefault(line => line.Who == "customer") is not { } asked)
        {
            return null;
        }

        var articles = await ArticlesAsync(asked.Text, language, cancellationToken);
        return await SafelyAsync(() =>
        {
            var masks = new Masks();
            var said = Transcript(lines, masks);
            var carried = FactSheet.Of([.. said.Select(line => line.Text), .. articles.SelectMany(article => (string[])[article.Title, article.Markdown])]);
            var material = new { Lines = said, Articles = articles.Select(article => new { article.Title, Text = article.Markdown }) };
            var task = new AgentTask("reply", conversation, language, AgentPrompts.Reply(language), material);
            return WriteAsync(task, masks, (sentence, _) => carried.Carries(sentence) && !Masks.HasLink(sentence), cancellationToken);
        });
    }

    /// <summary>The text in another language, with its figures, links, addresses and names as they were.</summary>
    public Task<string?> TranslateAsync(string conversation, string text, string language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !Translates || string.IsNullOrWhiteSpace(text) || text.Length > LongestTranslated ? Task.FromResult<string?>(null) : SafelyAsync(async () =>
        {
            var masks = new Masks();
            var masked = masks.Masked(text);
            var carried = FactSheet.Of(masked);
            var task = new AgentTask("translation", conversation, language, AgentPrompts.Translation(language), new { Text = masked });
            return await WriteAsync(task, masks, (part, isWhole) => isWhole ? TranslationCheck.Survives(masked, part) : carried.Carries(part), cancellationToken);
        });
    }

    private async Task<string?> WriteAsync(AgentTask task, Masks masks, Func<string, bool, bool> isCarried, CancellationToken cancellationToken)
    {
        var checks = new PlainChecks(task.Language, task.Instruction);
        // A budget of its own: an agent's wishes don't take from what the customer may ask.
        var request = new ModelRequest(task.Purpose, $"desk {task.Conversation}", PromptData.Of(task.Instruction, task.Material), Accept);
        var text = (await _calls.WriteAsync(request, cancellationToken)).Text;
        return text is not null && checks.IsInLanguage(text) && isCarried(text, true) ? masks.Restored(text) : null;

        bool Accept(string sentence)
        {
            var objection = checks.Of(sentence) is not Objection.None and var found ? found : isCarried(sentence, false) ? Objection.None : Objection.UnknownFact;
            if (objection != Objection.None)
            {
                KnowledgeLog.SentenceRefused(_log, task.Purpose, objection);
            }

            return objection == Objection.None;
        }
    }

    // Text made to be slow to read is written about by people.
    private static async Task<string?> SafelyAsync(Func<Task<string?>> write)
    {
        try
        {
            return await write();
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    // The newest lines are what matters when there are too many.
    private static List<SpokenLine> Transcript(IReadOnlyList<SpokenLine> lines, Masks masks)
    {
        var said = new List<SpokenLine>();
        var length = 0;
        foreach (var line in lines.Reverse())
        {
            length += line.Text.Length;
            if (length > LongestTranscript)
            {
                break;
            }

            said.Insert(0, line with { Text = masks.Masked(line.Text) });
        }

        return said;
    }

    private async Task<IReadOnlyList<KnowledgeArticle>> ArticlesAsync(string question, string language, CancellationToken cancellationToken)
    {
        var answer = await _knowledge.AskAsync(question, language, cancellationToken);
        string?[] keys = [answer.Article?.Key, .. answer.Suggestions.Select(each => each.Key)];
        var found = new List<KnowledgeArticle>();
        foreach (var key in keys.OfType<string>().Distinct())
        {
            if (await _knowledge.GetAsync(key, language, cancellationToken) is { } article && article.Markdown.Length <= GroundedPrompt.LongestSource)
            {
                found.Add(article);
            }
        }

        return found;
    }

    private sealed record AgentTask(string Purpose, string Conversation, string Language, string Instruction, object Material);
}
