using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Answers.Checks;
using Warmline.Knowledge.Answers.Model;
using Warmline.Knowledge.Language;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Answers;

/// <summary>Answers that a language model writes from the shop's articles, none of which says what its sources don't.</summary>
public sealed class GroundedAnswers
{
    private const string Purpose = "answer";
    private const int MostSources = 3;
    private readonly LanguageModel _model;
    private readonly ModelCalls _calls;
    private readonly AnswerMemory _memory;
    private readonly KnowledgeAnswers _knowledge;
    private readonly ILogger<GroundedAnswers> _log;

    internal GroundedAnswers(
        LanguageModel model, IOptions<LanguageModelOptions> options, ModelCalls calls, AnswerMemory memory, KnowledgeAnswers knowledge, ILogger<GroundedAnswers> log)
    {
        (_model, _calls, _memory, _knowledge, _log) = (model, calls, memory, knowledge, log);
        IsOn = model.Chat is not null && options.Value.WriteAnswers;
    }

    /// <summary>False: there is no model, or it is not to write answers; nothing is ever written then.</summary>
    public bool IsOn { get; }

    /// <summary>The article that answers and the next ones the engine found, three in all: what an answer may be written from.</summary>
    public async Task<IReadOnlyList<KnowledgeArticle>> SourcesAsync(KnowledgeArticle first, GroundedQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(question);
        var ranking = await _knowledge.RankingAsync(cancellationToken);
        var others = ranking.Rank(question.Text, question.Language).Keys.Where(key => key != first.Key);
        return [first, .. await FindAsync(others.Take(MostSources - 1), question.Language, cancellationToken)];
    }

    /// <summary>The suggested articles: what an answer may be written from when several fit.</summary>
    public Task<IReadOnlyList<KnowledgeArticle>> SourcesAsync(
        IEnumerable<KnowledgeSuggestion> suggestions, GroundedQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(suggestions);
        ArgumentNullException.ThrowIfNull(question);
        return FindAsync(suggestions.Take(MostSources).Select(each => each.Key), question.Language, cancellationToken);
    }

    /// <summary>
    /// Writes, and calls <paramref name="released"/> after each sentence that the sources carry. Null when anything is wrong with any
    /// sentence, or with the model: say the article's own words then. The question may hold personal data; it is masked here.
    /// </summary>
    public async Task<GroundedAnswer?> WriteAsync(
        GroundedQuestion question, IReadOnlyList<KnowledgeArticle> sources, Action? released = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(sources);
        if (!IsOn || sources.Count == 0 || sources.Any(source => source.Markdown.Length > GroundedPrompt.LongestSource))
        {
            return null;
        }

        try
        {
            var masked = question with { Text = PersonalData.Mask(question.Text), Before = Continued(question) };
            var key = AnswerMemory.KeyOf(masked, sources);
            return _memory.Find(key) ?? await WriteAnewAsync(masked, sources, key, released, cancellationToken);
        }
        catch (RegexMatchTimeoutException)
        {
            // Text made to be slow to read; the article's own words need no reading.
            return null;
        }
    }

    private async Task<GroundedAnswer?> WriteAnewAsync(
        GroundedQuestion question, IReadOnlyList<KnowledgeArticle> sources, string key, Action? released, CancellationToken cancellationToken)
    {
        var instruction = GroundedPrompt.Instruction(question.Language);
        var checks = new GroundingChecks(sources, question.Language, instruction);
        var request = new ModelRequest(Purpose, question.Conversation, GroundedPrompt.Of(instruction, question, sources), Accept);
        var reply = await _calls.WriteAsync(request, cancellationToken);
        if (reply.Text is null || !checks.IsInLanguage(reply.Text))
        {
            return null;
        }

        var answer = Numbered(reply.Text, sources, question.Language);
        _memory.Keep(key, answer);
        return answer;

        bool Accept(string sentence)
        {
            var objection = checks.Of(sentence);
            if (objection != Objection.None)
            {
                KnowledgeLog.SentenceRefused(_log, Purpose, objection);
                return false;
            }

            released?.Invoke();
            return true;
        }
    }

    // An earlier question is told only where this one goes on from it: else it would lead astray, and be another key.
    private static string? Continued(GroundedQuestion question) => question.Before is { } before
        && FollowUp.Of(new KnowledgeQuestion(question.Text, question.Language) { Before = new(before, "", AskedBack: false) }, confidenceAlone: 0) is not null
            ? PersonalData.Mask(before) : null;

    // Counted anew in the order they are cited: an answer that rests on the third article alone has one source.
    private static GroundedAnswer Numbered(string text, IReadOnlyList<KnowledgeArticle> sources, string language)
    {
        var cited = Citations.Of(text).ToList();
        var markdown = Citations.Renumber(text, number => CitedNumber(cited.IndexOf(number) + 1, language));
        return new(markdown, [.. cited.Select(number => sources[number - 1])]);
    }

    /// <summary>The number of a source as it stands in the text, in the digits of the language.</summary>
    public static string CitedNumber(int number, string language)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return language == "fa" ? string.Concat(digits.Select(digit => (char)('۰' + (digit - '0')))) : digits;
    }

    private async Task<IReadOnlyList<KnowledgeArticle>> FindAsync(IEnumerable<string> keys, string language, CancellationToken cancellationToken)
    {
        var found = new List<KnowledgeArticle>();
        foreach (var key in keys)
        {
            if (await _knowledge.GetAsync(key, language, cancellationToken) is { } article)
            {
                found.Add(article);
            }
        }

        return found;
    }
}
