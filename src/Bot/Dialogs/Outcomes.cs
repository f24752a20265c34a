using BotFramework.Builder;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs;

/// <summary>Goes on when something outside was done.</summary>
internal sealed class Outcomes(ShopDialogs dialogs, IEnumerable<IOutcome> outcomes)
{
    private readonly Dictionary<string, IOutcome> _byKind = outcomes.ToDictionary(outcome => outcome.Kind, StringComparer.Ordinal);

    public async Task TellAsync(ITurnContext context, FinishedTask task, CancellationToken cancellationToken) =>
        await _byKind[task.Kind].TellAsync(Talk.Of(context), await dialogs.ContextAsync(context, cancellationToken), task, cancellationToken);
}
