using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Data;
using Warmline.Knowledge.Search;
using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Asked.Guard;

/// <summary>Before something is published: asks what customers asked again, of what is published and of what would be, and says what changes.</summary>
internal sealed class RegressionGuard(KnowledgeDatabase database, PublishedArticles published)
{
    private const int MostQuestions = 1000;
    private const int MostRead = 20_000;
    private const int MostVariants = 500;
    private const int MostKeys = 3;

    /// <summary>The candidates together against what is live. Newest questions first, a thousand different ones of each language, and the variants of the articles concerned.</summary>
    public async Task<GuardReport> CompareAsync(IReadOnlyCollection<Candidate> candidates, CancellationToken cancellationToken)
    {
        var live = (await published.LookAsync(cancellationToken)).Articles.Values.Select(article => article.Searchable).ToList();
        var languages = candidates.Select(candidate => candidate.Language).Distinct().ToList();
        var before = live.Where(article => languages.Contains(article.Language)).ToList();
        var changed = candidates.Select(candidate => (candidate.Key, candidate.Language)).ToHashSet();
        List<SearchableArticle> after =
        [
            .. before.Where(article => !changed.Contains((article.Key, article.Language))),
            .. candidates.Where(candidate => candidate.Content is not null).Select(candidate => new SearchableArticle(candidate.Key, candidate.Language, candidate.Content!)),
        ];
        var questions = new List<ReplayedQuestion>();
        foreach (var language in languages)
        {
            questions.AddRange(await StoredAsync(language, cancellationToken));
        }

        return await Task.Run(() => Compare(before, after, changed, questions), cancellationToken);
    }

    /// <summary>The same with everything at hand.</summary>
    internal static GuardReport Compare(
        IReadOnlyCollection<SearchableArticle> before, IReadOnlyCollection<SearchableArticle> after, IReadOnlySet<(string Key, string Language)> changed,
        IEnumerable<ReplayedQuestion> stored)
    {
        var (old, next) = (new ArticleSearch(before), new ArticleSearch(after));
        var all = stored.Concat(Variants(after, changed, next)).ToList();
        var changes = all.Select(question => (Question: question, Before: Ask(old, question), After: Ask(next, question)))
            .Select(each => (each.Question, each.Before, each.After, Verdict: each.Question.Judge(each.Before, each.After)))
            .Where(each => each.Verdict is not null)
            .Select(each => new AnswerChange(each.Question.Question.Text, each.Verdict!.Value, each.Before, each.After)
            {
                Asked = each.Question.Asked,
                Helped = each.Question.Helped,
                NotHelped = each.Question.NotHelped,
                VariantOf = each.Question.VariantOf,
            });
        return new(all.Count, [.. changes.OrderByDescending(change => change.Verdict).ThenByDescending(change => change.Asked)]);
    }

    private static Reply Ask(ArticleSearch articles, ReplayedQuestion question)
    {
        var found = articles.Search(question.Question).Take(MostKeys).ToList();
        var confidence = Confidence.Of(found);
        var kind = Confidence.Decide(confidence);
        return new(kind, kind switch
        {
            KnowledgeAnswerKind.None => [],
            KnowledgeAnswerKind.Suggestions => [.. Confidence.WorthOffering(found).Select(each => each.Article.Key)],
            _ => [found[0].Article.Key],
        }, confidence);
    }

    // Those of the changed articles, and of the articles nearest to them: these lose answers first.
    private static IEnumerable<ReplayedQuestion> Variants(
        IReadOnlyCollection<SearchableArticle> after, IReadOnlySet<(string Key, string Language)> changed, ArticleSearch next)
    {
        var own = after.Where(article => changed.Contains((article.Key, article.Language))).ToList();
        var near = own.SelectMany(article => Texts(article).SelectMany(text => next.Search(new KnowledgeQuestion(text, article.Language)).Take(MostKeys)))
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
