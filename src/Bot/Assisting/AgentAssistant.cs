using Warmline.Handoff.Conversations;
using Warmline.Handoff.Desk.Assisting;
using Warmline.Knowledge.Answers;

namespace Warmline.Bot.Assisting;

/// <summary>What the language model may write for agents, as far as it is switched on.</summary>
internal sealed class AgentAssistant(AgentWriting writing) : IAgentAssistant
{
    public AssistantTasks Offers { get; } =
        (writing.Summarizes ? AssistantTasks.Summary : AssistantTasks.None)
        | (writing.SuggestsReplies ? AssistantTasks.Reply : AssistantTasks.None)
        | (writing.Translates ? AssistantTasks.Translation : AssistantTasks.None);

    public Task<string?> WriteAsync(AssistantTasks task, AssistantInput input, CancellationToken cancellationToken) => task switch
    {
        AssistantTasks.Summary => writing.SummarizeAsync(input.ConversationId, Spoken(input), input.Language, cancellationToken),
        AssistantTasks.Reply => writing.SuggestReplyAsync(input.ConversationId, Spoken(input), input.Language, cancellationToken),
        AssistantTasks.Translation => writing.TranslateAsync(
            input.ConversationId, string.Join('\n', input.Lines.Select(line => line.Text)), input.Language, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(task), task, "One task at a time."),
    };

    private static List<SpokenLine> Spoken(AssistantInput input) => [.. input.Lines.Select(line => new SpokenLine(Who(line.Role), line.Text))];

    private static string Who(AuthorRole role) => role switch
    {
        AuthorRole.Customer => "customer",
        AuthorRole.Agent => "agent",
        AuthorRole.Bot => "bot",
        _ => "shop",
    };
}
