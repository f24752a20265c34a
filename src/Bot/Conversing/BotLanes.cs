using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Conversing;

/// <summary>The bot reads what customers wrote, and answers.</summary>
internal sealed class BotLanes(DueReaders due, ConversationBell bell, TurnRunner runner, TimeProvider time, ILogger<BotLanes> log)
    : ConversationLanes(ReaderKind.Bot, ConversationBell.BotDue, due, bell, time, log)
{
    protected override Task<bool> RunOnceAsync(string conversationId, LeasedReader? lease, CancellationToken cancellationToken) =>
        runner.RunOnceAsync(conversationId, lease, cancellationToken);

    protected override Task LetGoAsync(string conversationId, LeasedReader? lease) => runner.LetGoAsync(conversationId);
}
