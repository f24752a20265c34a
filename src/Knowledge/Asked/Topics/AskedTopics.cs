using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Data;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Asked.Topics;

/// <summary>
/// Topics of what was asked in vain: nothing fitted, no choice was taken, the answer was voted down or reported, or a person came right
/// after it. Worked out from the newest 50,000 such questions; where they are many, what was worked out is kept for a minute.
/// </summary>
internal sealed class AskedTopics(KnowledgeDatabase database, PublishedArticles published, TimeProvider time)
{
    private const int MostQuestions = 50_000;
    private const int MostDismissals = 1000;
    private const int MostExamples = 20;
    private const int MostNewest = 500;
    private const int Few = 2000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string, DateTime), (DateTimeOffset At, IReadOnlyList<AskedTopic> Topics)> _known = new();

    /// <summary>Those asked at least <paramref name="least"/> times since a moment (UTC), the most asked first.</summary>
    public async Task<IReadOnlyList<AskedTopic>> ListAsync(string language, DateTime since, int least, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var old in _known.Where(one => now - one.Value.At >= Fresh))
        {
            _known.TryRemove(old);
        }

        // By the day, so that a page that asks from "a month ago" on meets what it asked before.
        var from = since.Date;
        if (!_known.TryGetValue((language, from), out var known))
        {
            known = (now, await ReadAsync(language, from, cancellationToken));
            if (known.Topics.Sum(topic => topic.Questions) > Few)
            {
                _known[(language, from)] = known;
            }
        }

        return [.. known.Topics.Where(topic => topic.Questions >= least)];
    }

    /// <summary>
    /// The topic that has this id, or had it until another of its questions became the most central. Null: questions have gone, and there
    /// is no such topic any more.
    /// </summary>
    public async Task<AskedTopic?> FindAsync(string id, string language, DateTime since, CancellationToken cancellationToken)
    {
        var all = await ListAsync(language, since, 1, cancellationToken);
        return all.FirstOrDefault(topic => topic.Id == id) ?? all.FirstOrDefault(topic => topic.Ids.Contains(id));
    }

    /// <summary>Topics were dismissed or brought back: here that shows at once, on other nodes within a minute.</summary>
    public void Forget() => _known.Clear();

    /// <summary>
    /// The keys of the drafts (or by now articles) that were made from these, by the topic's id. A draft stays the topic's when the next
    /// customers' words have become the topic's name.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> DraftedAsync(IReadOnlyCollection<AskedTopic> topics, CancellationToken cancellationToken)
    {
        var keys = topics.SelectMany(QuestionDrafts.KeysOf).Distinct().ToList();
        await using var db = database.Open();
        var made = await db.Articles.Where(article => keys.Contains(article.Key)).Select(article => article.Key).ToHashSetAsync(cancellationToken);
        return topics.Select(topic => (topic.Id, Key: QuestionDrafts.KeysOf(topic).FirstOrDefault(made.Contains))).Where(drafted => drafted.Key is not null)
            .ToDictionary(drafted => drafted.Id, drafted => drafted.Key!);
    }

    /// <summary>Topics of these questions, some of which were dismissed: pure.</summary>
    internal static IReadOnlyList<AskedTopic> Of(string language, IReadOnlyCollection<BadQuestion> questions, IReadOnlyCollection<TopicDismissal> dismissals)
    {
        var wordings = questions.GroupBy(bad => bad.Question.NormalForm).Where(same => same.Key.Length > 0)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.OrderByDescending(bad => bad.Question.At).ThenBy(bad => bad.Question.ConversationId, StringComparer.Ordinal).ToList()).ToList();

        // What was dismissed goes where it belongs now, and moves nothing: it was asked no more.
        var asked = wordings.Select(same => same[0].Question.NormalForm).ToHashSet();
        var silent = dismissals.SelectMany(one => one.Wordings).Select(wording => wording.NormalForm).Where(words => !asked.Contains(words)).Distinct().Order(StringComparer.Ordinal).ToList();
        var clusters = Clustering.Of([.. wordings.Select(same => (same[0].Question.Words, same.Count)), .. silent.Select(words => (words, 0))], language);
        return [.. clusters.Where(cluster => cluster.Count > 0).Select(cluster =>
        {
            var (heard, unheard) = (cluster.Members.Where(member => member.Count > 0).ToList(), cluster.Members.Where(member => member.Count == 0).Select(member => silent[member.Text - wordings.Count]).ToList());
            return Dismissed(Topic(language, cluster, heard, wordings), [.. heard.SelectMany(member => wordings[member.Text]).Select(bad => bad.Question)], unheard, dismissals);
        })];
    }

    private static AskedTopic Dismissed(AskedTopic topic, List<CustomerQuestion> questions, List<string> unheard, IReadOnlyCollection<TopicDismissal> dismissals)
    {
        var held = topic.Wordings.Concat(unheard).ToHashSet();
        var those = dismissals.Where(one => one.Wordings.Exists(wording => held.Contains(wording.NormalForm))).ToList();
        return topic with { Dismissal = Dismissal.Of(those, questions), DismissedWordings = unheard };
    }

    private static AskedTopic Topic(string language, WordCluster cluster, List<(int Text, WordVector Vector, int Count)> members, List<List<BadQuestion>> wordings)
    {
        var central = members.OrderByDescending(member => cluster.Nearness(member.Vector)).ThenByDescending(member => member.Count)
            .ThenBy(member => member.Text).Select(member => wordings[member.Text][0].Question).First();
        var all = members.SelectMany(member => wordings[member.Text]).ToList();
        return new AskedTopic(AskedTopic.IdOf(language, central.NormalForm), language, central.Words)
        {
            Questions = all.Count,
            Conversations = all.DistinctBy(bad => bad.Question.ConversationId).Count(),
            Unanswered = all.Count(bad => bad.Question.Outcome == AskedOutcome.None),
            ChoicesLeft = all.Count(bad => bad.Question is { Outcome: AskedOutcome.Choices, TakenKey: null }),
            VotedDown = all.Count(bad => bad.Question.Helped == false),
            Reported = all.Count(bad => bad.IsReported),
            Handoffs = all.Select(bad => bad.Question).Where(question => question.BeganHandoff || question.LedToPerson).DistinctBy(question => (question.ConversationId, question.HandoffSeq)).Count(),
            FirstAt = all.Min(bad => bad.Question.At),
            LastAt = all.Max(bad => bad.Question.At),
            Wordings = [.. members.OrderByDescending(member => member.Count).Select(member => wordings[member.Text][0].Question.NormalForm).Prepend(central.NormalForm).Distinct()],
            Examples = [.. members.OrderByDescending(member => member.Count).ThenByDescending(member => cluster.Nearness(member.Vector)).ThenBy(member => member.Text)
                .Take(MostExamples).Select(member => Example(language, wordings[member.Text]))],
            Newest = [.. all.OrderByDescending(bad => bad.Question.At).ThenBy(bad => bad.Question.ConversationId, StringComparer.Ordinal).ThenBy(bad => bad.Question.Seq).Take(MostNewest)],
            ShownKeys = [.. all.Select(bad => bad.Question.ArticleKey).OfType<string>().CountBy(key => key)
                .OrderByDescending(key => key.Value).ThenBy(key => key.Key, StringComparer.Ordinal).Select(key => key.Key)],
        };
    }

    private static TopicExample Example(string language, List<BadQuestion> same) =>
        new(same[0].Question.Words, same.Count, same[0].Question.ConversationId, same[0].Question.Seq) { TopicId = AskedTopic.IdOf(language, same[0].Question.NormalForm) };

    private async Task<IReadOnlyCollection<TopicDismissal>> DismissalsAsync(string language, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Dismissals.AsNoTracking().Include(one => one.Wordings).Where(one => one.Language == language)
            .OrderByDescending(one => one.At).Take(MostDismissals).ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<AskedTopic>> ReadAsync(string language, DateTime from, CancellationToken cancellationToken)
    {
        var topics = Of(language, await BadQuestion.ReadAsync(database, language, from, MostQuestions, cancellationToken), await DismissalsAsync(language, cancellationToken));
        var ranking = new KnowledgeRanking(await published.GetAsync(cancellationToken));
        return [.. topics.Select(topic => topic with
        {
            AnsweredNowBy = ranking.Rank(topic.Name, language) is { Kind: KnowledgeAnswerKind.Answer, Keys: [var key, ..] } ? key : null,
        })];
    }
}
