using Warmline.Handoff.Desk.Answers;
using Warmline.Knowledge.Asked;

namespace Warmline.Bot.Asked;

/// <summary>What agents say of answers goes to those who write the articles.</summary>
internal sealed class DeskReports(AnswerReports reports) : IAnswerReports
{
    public Task<bool> ReportAsync(WrongAnswer answer, CancellationToken cancellationToken) => reports.ReportAsync(
        answer.ConversationId, answer.Seq, answer.ArticleKey, answer.Language, answer.AgentId, answer.AgentName, cancellationToken);

    public Task<IReadOnlyList<long>> ReportedAsync(string conversationId, CancellationToken cancellationToken) =>
        reports.ReportedAsync(conversationId, cancellationToken);

    public Task<string?> DraftAsync(SolvedChat chat, CancellationToken cancellationToken) => reports.DraftFromChatAsync(
        chat.ConversationId, chat.Language, chat.Questions, chat.Answers, chat.AgentId, chat.AgentName, cancellationToken);
}
