namespace Warmline.Handoff.Tasks;

/// <summary>Port: work outside a turn. The host implements one per kind of task.</summary>
public interface ITaskHandler
{
    /// <summary>The kind of task it does.</summary>
    string Kind { get; }

    /// <summary>
    /// Does the work, at most once per <paramref name="idempotencyKey"/> as seen from the outside, and answers what came of it.
    /// Throw when it should be tried again later; null after the last try means the task is given up.
    /// </summary>
    Task<string?> DoAsync(string payload, string idempotencyKey, CancellationToken cancellationToken);
}
