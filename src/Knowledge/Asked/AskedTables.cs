using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;
using Warmline.Knowledge.Asked.Topics;

namespace Warmline.Knowledge.Asked;

/// <summary>How questions and reports lie in tables.</summary>
internal static class AskedTables
{
    public static void Describe(ModelBuilder model, string? keyCollation)
    {
        model.Entity<CustomerQuestion>(question =>
        {
            question.ToTable("knowledge_questions");
            question.HasKey(q => new { q.ConversationId, q.Seq });
            question.Property(q => q.ConversationId).HasMaxLength(CustomerQuestion.MaxConversation).UseCollation(keyCollation);
            question.Property(q => q.Language).HasMaxLength(ArticleText.MaxLanguage).UseCollation(keyCollation);
            question.Property(q => q.Words).HasMaxLength(CustomerQuestion.MaxWords);
            question.Property(q => q.NormalForm).HasMaxLength(CustomerQuestion.MaxWords).UseCollation(keyCollation);
            question.Property(q => q.Before).HasMaxLength(CustomerQuestion.MaxWords);
            question.Property(q => q.KeyList).HasMaxLength(CustomerQuestion.MaxKeys);
            question.Property(q => q.ArticleKey).HasMaxLength(Article.MaxKey).UseCollation(keyCollation);
            question.Property(q => q.BeforeKey).HasMaxLength(Article.MaxKey).UseCollation(keyCollation);
            question.Property(q => q.TakenKey).HasMaxLength(Article.MaxKey).UseCollation(keyCollation);
            question.Ignore(q => q.Keys);
            question.HasIndex(q => new { q.Language, q.At });
            question.HasIndex(q => q.At);
            question.HasIndex(q => new { q.ArticleKey, q.At });
        });
        model.Entity<AnswerReport>(report =>
        {
            report.ToTable("knowledge_answer_reports");
            report.HasKey(r => new { r.ConversationId, r.Seq });
            report.Property(r => r.ConversationId).HasMaxLength(CustomerQuestion.MaxConversation).UseCollation(keyCollation);
            report.Property(r => r.ArticleKey).HasMaxLength(Article.MaxKey).UseCollation(keyCollation);
            report.Property(r => r.Language).HasMaxLength(ArticleText.MaxLanguage).UseCollation(keyCollation);
            report.Property(r => r.ById).HasMaxLength(Editor.MaxId);
            report.Property(r => r.ByName).HasMaxLength(Editor.MaxName);
            report.Property(r => r.SettledBy).HasMaxLength(Editor.MaxName);
            report.HasIndex(r => r.At);
        });
        model.Entity<TopicDismissal>(dismissal =>
        {
            dismissal.ToTable("knowledge_topic_dismissals");
            dismissal.HasKey(d => d.Id);
            dismissal.Property(d => d.Id).HasMaxLength(TopicDismissal.MaxId).UseCollation(keyCollation);
            dismissal.Property(d => d.Language).HasMaxLength(ArticleText.MaxLanguage).UseCollation(keyCollation);
            dismissal.Property(d => d.ById).HasMaxLength(Editor.MaxId);
            dismissal.Property(d => d.ByName).HasMaxLength(Editor.MaxName);
            dismissal.Ignore(d => d.ComesBackAfter);
            dismissal.HasMany(d => d.Wordings).WithOne().HasForeignKey(w => w.DismissalId).OnDelete(DeleteBehavior.Cascade);
            dismissal.HasIndex(d => new { d.Language, d.At });
        });
        model.Entity<DismissedWording>(wording =>
        {
            wording.ToTable("knowledge_dismissed_wordings");
            wording.HasKey(w => new { w.DismissalId, w.NormalForm });
            wording.Property(w => w.DismissalId).HasMaxLength(TopicDismissal.MaxId).UseCollation(keyCollation);
            wording.Property(w => w.NormalForm).HasMaxLength(CustomerQuestion.MaxWords).UseCollation(keyCollation);
        });
    }
}
