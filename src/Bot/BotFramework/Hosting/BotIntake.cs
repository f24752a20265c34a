using BotFramework.Builder;
using BotFramework.Schema;

namespace BotFramework.Hosting;

/// <summary>The simple intake: the turn runs inside the request, by the host's <see cref="IBot"/>.</summary>
public sealed class BotIntake(CloudAdapter adapter, IBot bot) : IActivityIntake
{
    public Task<IntakeAnswer> TakeAsync(Activity activity, ChannelCaller caller, CancellationToken cancellationToken) =>
        adapter.ProcessAsync(activity, bot.OnTurnAsync, cancellationToken);
}
