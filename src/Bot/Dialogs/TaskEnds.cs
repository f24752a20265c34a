using BotFramework.Builder;
using BotFramework.Schema;
using Warmline.Bot.Dialogs.Orders;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs;

/// <summary>Work outside the turn has ended: whoever knows its kind tells of it.</summary>
internal sealed class TaskEnds(ShopDialogs dialogs, IEnumerable<ITaskTeller> tellers)
{
    private readonly Dictionary<string, ITaskTeller> _tellers = tellers.ToDictionary(teller => teller.Kind, StringComparer.Ordinal);

    public async Task TellAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var task = ProtocolJson.Read<FinishedTask>(context.Activity.Value!.Value.GetRawText())!;
        await _tellers[task.Kind].TellAsync(Talk.Of(context), await dialogs.ContextAsync(context, cancellationToken), task, cancellationToken);
    }

    /// <summary>Goes on with what had to wait until the customer's other task was over.</summary>
    public async Task GoOnAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (Talk.Of(context) is { Memory.Waiting: [_, ..] } talk)
        {
            await ShopCameBack.GoOnAsync(talk, await dialogs.ContextAsync(context, cancellationToken), cancellationToken);
        }
    }
}
