using Warmline.Handoff.Conversations;

namespace Warmline.Handoff.Desk.Assisting;

/// <summary>Port: what writes for agents, when they ask for it. None registered, or nothing offered: the desk shows no buttons for it.</summary>
public interface IAgentAssistant
{
    /// <summary>What is switched on. Does not change while the host runs.</summary>
    AssistantTasks Offers { get; }

    /// <summary>One of the tasks that are offered; within seconds. Null: nothing that can be relied on. The agent decides what becomes of it.</summary>
    Task<string?> WriteAsync(AssistantTasks task, AssistantInput input, CancellationToken cancellationToken);
}

/// <summary>What may be asked for.</summary>
[Flags]
public enum AssistantTasks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What was said so far, in the agent's language.</summary>
    Summary = 1,

    /// <summary>What the agent might say next, in the customer's language.</summary>
    Reply = 2,

    /// <summary>The lines in another language.</summary>
    Translation = 4,
}

/// <summary>The language to write in (<c>en</c>, <c>pl</c>, <c>ru</c>, <c>fa</c>), and the lines in their order, as they were said: nothing is masked yet.</summary>
public sealed record AssistantInput(string ConversationId, string Language, IReadOnlyList<AssistantLine> Lines);

/// <summary>A line of a transcript, or a text to translate.</summary>
public sealed record AssistantLine(AuthorRole Role, string Text);
