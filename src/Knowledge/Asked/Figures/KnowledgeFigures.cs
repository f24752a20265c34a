using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Articles.Editing;
using Warmline.Knowledge.Data;

namespace Warmline.Knowledge.Asked.Figures;

/// <summary>The numbers of the editors' dashboards. Times are UTC, weeks begin on Monday.</summary>
internal sealed class KnowledgeFigures(KnowledgeDatabase database, ArticleShelf shelf, TimeProvider time)
{
    /// <summary>How well questions were answered, by language and week, the newest week first.</summary>
    public async Task<IReadOnlyList<Coverage>> CoverageAsync(DateTime from, DateTime until, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var weeks = await db.Questions.Where(q => q.At >= from && q.At < until && q.Takes == null).GroupBy(q => new { q.Language, q.Week }).Select(week => new
        {
            week.Key.Language,
            week.Key.Week,
            Questions = week.Count(),
            Answered = week.Count(q => q.Outcome == AskedOutcome.Answer || q.Outcome == AskedOutcome.AskedBack),
            Choices = week.Count(q => q.Outcome == AskedOutcome.Choices),
            Taken = week.Count(q => q.Outcome == AskedOutcome.Choices && q.TakenKey != null),
            Yes = week.Count(q => q.Helped == true),
            No = week.Count(q => q.Helped == false),
            ToPerson = week.Count(q => q.LedToPerson),
        }).OrderByDescending(week => week.Week).ThenBy(week => week.Language).ToListAsync(cancellationToken);
        return [.. weeks.Select(week => new Coverage(week.Language, week.Week, week.Questions, week.Answered, week.Choices, week.Taken, week.Yes, week.No, week.ToPerson))];
    }

    /// <summary>Articles by how often they answered; those without a question are left out.</summary>
    public async Task<IReadOnlyList<ArticleUseFigures>> UseAsync(DateTime from, DateTime until, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var reports = await db.Reports.Where(r => r.At >= from && r.At < until).GroupBy(r => new { r.ArticleKey, r.Language })
            .Select(same => new { same.Key.ArticleKey, same.Key.Language, Count = same.Count() }).ToListAsync(cancellationToken);
        var counted = reports.ToDictionary(one => (one.ArticleKey, one.Language), one => one.Count);
        var used = await db.Questions.Where(q => q.At >= from && q.At < until && q.Outcome == AskedOutcome.Answer && q.ArticleKey != null)
            .GroupBy(q => new { q.ArticleKey, q.Language })
            .Select(same => new { same.Key.ArticleKey, same.Key.Language, Answered = same.Count(), Yes = same.Count(q => q.Helped == true), No = same.Count(q => q.Helped == false), ToPerson = same.Count(q => q.LedToPerson), LastAt = same.Max(q => q.At) })
            .OrderByDescending(one => one.Answered).ThenBy(one => one.ArticleKey).ThenBy(one => one.Language).ToListAsync(cancellationToken);
        return [.. used.Select(one => new ArticleUseFigures(
            one.ArticleKey!, one.Language, one.Answered, one.Yes, one.No, one.ToPerson, counted.GetValueOrDefault((one.ArticleKey!, one.Language)), one.LastAt))];
    }

    /// <summary>Where an article answered, the newest first.</summary>
    public async Task<IReadOnlyList<AnsweredQuestion>> AnsweredByAsync(string key, string? language, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Questions.Where(q => q.ArticleKey == key && q.Outcome == AskedOutcome.Answer && (language == null || q.Language == language))
            .OrderByDescending(q => q.At).ThenBy(q => q.ConversationId).ThenBy(q => q.Seq).Skip(skip).Take(take)
            .Select(q => new AnsweredQuestion(q.ConversationId, q.Seq, q.Language, q.Words, q.At, q.Confidence, q.Helped, q.LedToPerson)).ToListAsync(cancellationToken);
    }

    /// <summary>Live texts nobody has touched for so many months, and translations that are missing or say what the source no longer says; the oldest first.</summary>
    public async Task<IReadOnlyList<StaleText>> StaleAsync(int months, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow().UtcDateTime.AddMonths(-months);
        var (entries, _) = await shelf.ListAsync(new ShelfFilter(), 0, int.MaxValue, cancellationToken);
        return [.. entries.Where(entry => entry.Languages.Any(one => one.IsLive)).SelectMany(entry => entry.Languages.Select(one => new StaleText(
                entry.Key, one.Language, entry.TitleIn(one.Language), one.DraftAt, one.Translation, one.IsLive && one.DraftAt < before)))
            .Where(text => text.IsOld || text.Translation is TranslationStatus.Missing or TranslationStatus.Stale)
            .OrderBy(text => text.TouchedAt ?? DateTime.MaxValue).ThenBy(text => text.Key, StringComparer.Ordinal)];
    }
}
