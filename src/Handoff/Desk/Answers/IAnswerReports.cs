namespace Warmline.Handoff.Desk.Answers;

/// <summary>Port: where the desk takes what agents say of the bot's answers. None registered: the desk shows no buttons for it.</summary>
public interface IAnswerReports
{
    /// <summary>The line shows a wrong answer. False: it could not be kept, the article is gone.</summary>
    Task<bool> ReportAsync(WrongAnswer answer, CancellationToken cancellationToken);

    /// <summary>The lines of a conversation that were reported, by their number in the log.</summary>
    Task<IReadOnlyList<long>> ReportedAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Makes a draft of a chat. Its key, or null: there was nothing to make it from.</summary>
    Task<string?> DraftAsync(SolvedChat chat, CancellationToken cancellationToken);
}

/// <summary>A line of the bot that shows an article which does not answer the question, and who says so.</summary>
public sealed record WrongAnswer(string ConversationId, long Seq, string ArticleKey, string Language, string AgentId, string AgentName);

/// <summary>What a customer asked in a chat and what agents said, in order, as it was written: nothing is masked yet.</summary>
public sealed record SolvedChat(
    string ConversationId, string Language, IReadOnlyList<string> Questions, IReadOnlyList<string> Answers, string AgentId, string AgentName);
