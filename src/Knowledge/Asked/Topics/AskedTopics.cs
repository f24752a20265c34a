using System.Security.Cryptography;
using System.Text;
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

    /// <summary>Null: questions have come, or gone, and there is no such topic any more.</summary>
    public async Task<AskedTopic?> FindAsync(string id, string language, DateTime since, CancellationToken cancellationToken) =>
        (await ListAsync(language, since, 1, cancellationToken)).FirstOrDefault(topic => topic.Id == id);

    /// <summary>The keys of the drafts (or by now articles) that were made from any of these.</summary>
    public async Task<IReadOnlySet<string>> DraftedAsync(IReadOnlyCollection<AskedTopic> topics, CancellationToken cancellationToken)
    {
        var keys = topics.Select(QuestionDrafts.KeyOf).ToList();
        await using var db = database.Open();
        return await db.Articles.Where(article => keys.Contains(article.Key)).Select(article => article.Key).ToHashSetAsync(cancellationToken);
    }

    /// <summary>Topics of these questions: pure.</summary>
    internal static IReadOnlyList<AskedTopic> Of(string language, IReadOnlyCollection<BadQuestion> questions)
    {
        var wordings = questions.GroupBy(bad => bad.Question.NormalForm).Where(same => same.Key.Length > 0)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.OrderByDescending(bad => bad.Question.At).ThenBy(bad => bad.Question.ConversationId, StringComparer.Ordinal).ToList()).ToList();
        return [.. Clustering.Of([.. wordings.Select(same => (same[0].Question.Words, same.Count))], language).Select(cluster => Topic(language, cluster, wordings))];
    }

    private static AskedTopic Topic(string language, WordCluster cluster, List<List<BadQuestion>> wordings)
    {
        var central = cluster.Members.OrderByDescending(member => cluster.Nearness(member.Vector)).ThenByDescending(member => member.Count)
            .ThenBy(member => member.Text).Select(member => wordings[member.Text][0].Question).First();
        var all = cluster.Members.SelectMany(member => wordings[member.Text]).ToList();
        return new AskedTopic(IdOf(language, central.NormalForm), language, central.Words)
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
            Examples = [.. cluster.Members.OrderByDescending(member => member.Count).ThenByDescending(member => cluster.Nearness(member.Vector)).ThenBy(member => member.Text)
                .Take(MostExamples).Select(member => Example(wordings[member.Text]))],
            Newest = [.. all.OrderByDescending(bad => bad.Question.At).ThenBy(bad => bad.Question.ConversationId, StringComparer.Ordinal).ThenBy(bad => bad.Question.Seq).Take(MostNewest)],
            ShownKeys = [.. all.Select(bad => bad.Question.ArticleKey).OfType<string>().CountBy(key => key)
                .OrderByDescending(key => key.Value).ThenBy(key => key.Key, StringComparer.Ordinal).Select(key => key.Key)],
        };
    }

    private static TopicExample Example(List<BadQuestion> same) =>
        new(same[0].Question.Words, same.Count, same[0].Question.ConversationId, same[0].Question.Seq);

    private static string IdOf(string language, string normalForm) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{language}:{normalForm}")))[..12];

    private async Task<IReadOnlyList<AskedTopic>> ReadAsync(string language, DateTime from, CancellationToken cancellationToken)
    {
        var topics = Of(language, await BadQuestion.ReadAsync(database, language, from, MostQuestions, cancellationToken));
        var ranking = new KnowledgeRanking(await published.GetAsync(cancellationToken));
        return [.. topics.Select(topic => topic with
        {
            AnsweredNowBy = ranking.Rank(topic.Name, language) is { Kind: KnowledgeAnswerKind.Answer, Keys: [var key, ..] } ? key : null,
        })];
    }
}
