using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Data;
using Warmline.Knowledge.Search;
using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Asked.Guard;

/// <summary>Before something is published: asks what customers asked again, of what is published and of what would be, and says what changes.</summary>
internal sealed class RegressionGuard(
    KnowledgeDatabase database, PublishedArticles published, IEnumerable<ILineReader> bot, IOptions<KnowledgeOptions> options, ILogger<KnowledgeAnswers> log)
{
    private const int MostQuestions = 1000;
    private const int MostRead = 20_000;
    private const int MostVariants = 500;
    private const int MostKeys = 3;

    /// <summary>
    /// The candidates together against what is live, as a customer who is not signed in finds it. Newest questions first, a thousand
    /// different ones of each language, and the variants of the articles concerned.
    /// </summary>
    public async Task<GuardReport> CompareAsync(IReadOnlyCollection<Candidate> candidates, CancellationToken cancellationToken)
    {
        var snapshot = await published.LookAsync(cancellationToken);
        var changed = candidates.Select(candidate => (candidate.Key, candidate.Language)).ToHashSet();
        List<SearchableArticle> after =
        [
            .. snapshot.Articles.Values.Select(article => article.Searchable).Where(article => !changed.Contains((article.Key, article.Language))),
            .. candidates.Where(candidate => candidate.Content is not null)
                .Select(candidate => new SearchableArticle(candidate.Key, candidate.Language, candidate.Content!) { IsShown = candidate.IsShown }),
        ];
        var questions = new List<ReplayedQuestion>();
        foreach (var language in candidates.Select(candidate => candidate.Language).Distinct())
        {
            questions.AddRange(await StoredAsync(language, cancellationToken));
        }

        // What is live is indexed already, and so is every language that stays as it is.
        return await Task.Run(() => Compare(snapshot.Search, new ArticleSearch(after, snapshot.Search), changed, questions, cancellationToken), cancellationToken);
    }

    private GuardReport Compare(
        ArticleSearch before, ArticleSearch after, IReadOnlySet<(string Key, string Language)> changed, List<ReplayedQuestion> stored,
        CancellationToken cancellationToken)
    {
        var all = Together(stored, Variants(after, changed));
        var changes = new List<AnswerChange>();
        foreach (var asked in all)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var language = asked.Question.Language;
            var question = asked.Among(key => before.Find(key, language) is not null || after.Find(key, language) is not null);
            var whole = question.Question with { General = bot.FirstOrDefault()?.Read(question.Question.Text, language).General };
            var (was, becomes) = (Ask(before, whole), Ask(after, whole));
            if (question.Judge(was, becomes) is { } verdict)
            {
                changes.Add(question.Changing(verdict, was, becomes));
            }
        }

        return new(all.Count, [.. changes.OrderByDescending(change => change.Verdict).ThenByDescending(change => change.Asked)]) { Stored = stored.Count };
    }

    // A variant a customer asked in the same words is one question, and whose variant it is says which answer is right.
    private static List<ReplayedQuestion> Together(List<ReplayedQuestion> stored, IEnumerable<ReplayedQuestion> variants)
    {
        var waiting = variants.DistinctBy(variant => variant.Form).ToDictionary(variant => variant.Form);
        List<ReplayedQuestion> asked = [.. stored.Select(question => waiting.Remove(question.Form, out var variant)
            ? question with { Right = question.Right ?? variant.Right, VariantOf = variant.VariantOf } : question)];
        return [.. asked, .. waiting.Values];
    }

    // As the bot would: its reading of the line, its answer.
    private Reply Ask(ArticleSearch articles, KnowledgeQuestion question)
    {
        var answer = new Answerer(articles, options.Value.Placeholders(), log).Answer(question);
        var key = answer.Article?.Key ?? answer.AskBack?.Key;
        return new(answer.Kind, key is null ? [.. answer.Suggestions.Select(offered => offered.Key)] : [key], answer.Score);
    }

    // Those of the changed articles, and of the articles nearest to them: these lose answers first.
    private static IEnumerable<ReplayedQuestion> Variants(ArticleSearch after, IReadOnlySet<(string Key, string Language)> changed)
    {
        var own = changed.Select(one => after.Find(one.Key, one.Language)).OfType<SearchableArticle>().ToList();
        var near = own.SelectMany(article => Texts(article).SelectMany(text => after.Search(new KnowledgeQuestion(text, article.Language)).Take(MostKeys)))
            .Select(found => found.Article);
        return own.Concat(near).DistinctBy(article => (article.Key, article.Language))
            .SelectMany(article => Texts(article).Select(text => ReplayedQuestion.Variant(text, article.Language, article.Key))).Take(MostVariants);
    }

    private static IEnumerable<string> Texts(SearchableArticle article) =>
        article.Content.Variants.Prepend(article.Content.Title).Where(text => text.Length > 0).Distinct();

    private async Task<IEnumerable<ReplayedQuestion>> StoredAsync(string language, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var newest = await db.Questions.AsNoTracking().Where(q => q.Language == language && q.Takes == null).OrderByDescending(q => q.At)
            .ThenBy(q => q.ConversationId).ThenBy(q => q.Seq).Take(MostRead).ToListAsync(cancellationToken);
        return newest.GroupBy(q => q.NormalForm).Where(same => same.Key.Length > 0).Take(MostQuestions).Select(same => ReplayedQuestion.Of([.. same]));
    }
}
