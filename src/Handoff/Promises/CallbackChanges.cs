using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Promises;

/// <summary>The one way to change a stored call outside of a turn: under the lock of its conversation, so that of two who want it one wins.</summary>
internal sealed class CallbackChanges(HandoffDatabase database, ConversationBell bell)
{
    /// <summary>What the change answers; <paramref name="missing"/> when there is no such call.</summary>
    public async Task<T> MakeAsync<T>(
        string reference, T missing, Func<HandoffDb, Conversation, CallbackRequest, Task<T>> change, CancellationToken cancellationToken)
    {
        if (await ConversationOfAsync(reference, cancellationToken) is not { } conversationId)
        {
            return missing;
        }

        var result = await database.WriteAsync(async db =>
        {
            var conversation = await Appending.LockAsync(db, conversationId);
            var callback = await db.Set<CallbackRequest>().SingleOrDefaultAsync(c => c.Reference == reference);
            return conversation is null || callback is null ? missing : await change(db, conversation, callback);
        }, cancellationToken);
        bell.Ring(ConversationBell.Queue);
        return result;
    }

    private async Task<string?> ConversationOfAsync(string reference, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<CallbackRequest>().Where(c => c.Reference == reference).Select(c => c.ConversationId).SingleOrDefaultAsync(cancellationToken);
    }
}
