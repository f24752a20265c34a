namespace Warmline.Knowledge.Articles.Editing;

/// <summary>Four eyes: where review is asked for, what goes live was submitted and comes from another person than the one who publishes.</summary>
internal static class EditRights
{
    public static EditRefusal? ToPublish(Article article, ArticleEdition edition, bool shopReviews, Editor editor) =>
        !editor.MayWrite ? EditRefusal.NoRight
        : !article.RequiresReview && !shopReviews ? null
        : edition.State != ArticleState.InReview ? EditRefusal.NeedsReview
        : edition.IsWrittenBy(editor.Id) ? EditRefusal.NeedsAnotherPerson
        : null;

    /// <summary>Whoever writes may ask for review; only an admin may say that an article needs none.</summary>
    public static EditRefusal? ToSet(Article article, ArticleProperties properties, Editor editor) =>
        !editor.MayWrite || (article.RequiresReview && !properties.RequiresReview && !editor.IsAdmin) ? EditRefusal.NoRight : null;
}
