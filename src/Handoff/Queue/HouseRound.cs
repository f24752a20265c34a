using Warmline.Handoff.Conversations;
using Warmline.Handoff.Promises;

namespace Warmline.Handoff.Queue;

/// <summary>Everything one node does for all whenever the clock says so.</summary>
internal sealed class HouseRound(QueueWatch queue, CallWatch calls, EmptyConversations empty)
{
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await queue.RunOnceAsync(cancellationToken);
        await calls.RunOnceAsync(cancellationToken);
        await empty.RunOnceAsync(cancellationToken);
    }
}
