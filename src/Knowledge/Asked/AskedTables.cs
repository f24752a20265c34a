using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;

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
    }
}
