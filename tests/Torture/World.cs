using Warmline.Torture.Judging;
using Warmline.Torture.Servers;

namespace Warmline.Torture;

/// <summary>What all who take part share.</summary>
internal sealed record World(TortureOptions Options, Cluster Cluster, Door Door, Court Court, Ledger Ledger)
{
    /// <summary>No new conversations: those that run come to their end.</summary>
    public CancellationToken Ending { get; init; }

    /// <summary>Over, also for those that did not come to their end.</summary>
    public CancellationToken Over { get; init; }

    /// <summary>While database or Redis are taken away, a server may say that it can't.</summary>
    public bool MayRefuse => Options.DatabaseStops > 0;

    public static Task PauseAsync(Random random, int least, int most, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(random.Next(least, most)), TimeProvider.System, cancellationToken);
}
