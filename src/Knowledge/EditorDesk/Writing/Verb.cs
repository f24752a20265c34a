using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.EditorDesk.Writing;

/// <summary>What can be done with a draft or with what is live.</summary>
internal enum Verb
{
    Submit,
    SendBack,
    Publish,
    Schedule,
    CancelSchedule,
    Undo,
    Withdraw,
    Archive,
    StillRight,

    /// <summary>Out of the archive, to be worked on.</summary>
    Reopen,
}

/// <summary>Which of them make sense now. The verbs themselves decide again.</summary>
internal static class Verbs
{
    public static IEnumerable<Verb> For(OpenArticle article, bool shopReviews)
    {
        var one = article.Language;
        if (one.State is not { } state)
        {
            yield break;
        }

        var reviewed = article.Properties.RequiresReview || shopReviews;
        var working = state is ArticleState.Draft or ArticleState.InReview;
        if (working && (!reviewed || state == ArticleState.InReview))
        {
            yield return Verb.Publish;
            yield return Verb.Schedule;
        }

        if (state == ArticleState.Draft)
        {
            yield return Verb.Submit;
        }

        if (state == ArticleState.InReview)
        {
            yield return Verb.SendBack;
        }

        foreach (var (verb, fits) in new[]
        {
            (Verb.StillRight, one.Translation == TranslationStatus.Stale), (Verb.CancelSchedule, one.ScheduledFor is not null),
            (Verb.Undo, one.IsLive), (Verb.Withdraw, one.IsLive), (Verb.Archive, state != ArticleState.Archived), (Verb.Reopen, state == ArticleState.Archived),
        })
        {
            if (fits)
            {
                yield return verb;
            }
        }
    }

    /// <summary>It begins from what stands in the form, which must be saved before.</summary>
    public static bool NeedsSaved(Verb verb) => verb is Verb.Submit or Verb.SendBack or Verb.Publish or Verb.Schedule or Verb.Archive;

    /// <summary>Nothing may stand in the way of it.</summary>
    public static bool NeedsGood(Verb verb) => verb is Verb.Submit or Verb.Publish or Verb.Schedule;

    /// <summary>Customers find other articles after it: what changes is shown before.</summary>
    public static bool ChangesAnswers(Verb verb) => verb is Verb.Publish or Verb.Schedule or Verb.Withdraw or Verb.Archive;
}
