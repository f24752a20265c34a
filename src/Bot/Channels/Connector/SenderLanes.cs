using Warmline.Bot.Conversing;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Channels.Connector;

/// <summary>Lines for Azure's channels go out: one lane per conversation.</summary>
internal sealed class SenderLanes(DueReaders due, ConversationBell bell, LineSender sender, TimeProvider time, ILogger<SenderLanes> log)
    : ConversationLanes(ReaderKind.Sender, ConversationBell.SenderDue, due, bell, time, log)
{
    protected override async Task<bool> RunOnceAsync(string conversationId, LeasedReader? lease, CancellationToken cancellationToken)
    {
        await sender.RunAsync(conversationId, lease, cancellationToken);
        return false;
    }

    protected override Task LetGoAsync(string conversationId, LeasedReader? lease) =>
        lease is null ? Task.CompletedTask : sender.GiveBackAsync(lease);
}
