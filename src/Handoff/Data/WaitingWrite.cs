namespace Warmline.Handoff.Data;

/// <summary>A write on its way through <see cref="GroupCommit"/>.</summary>
internal abstract class WaitingWrite
{
    /// <summary>Nobody waits for it any more; then they are told that it was not done.</summary>
    public abstract bool IsCancelled();

    public abstract Task RunAsync(HandoffDb db);

    public abstract void Finish();

    public abstract void Fail(Exception error);
}

internal sealed class WaitingWrite<T>(Func<HandoffDb, Task<T>> work, CancellationToken cancellationToken) : WaitingWrite
{
    private readonly TaskCompletionSource<T> _durable = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Durable => _durable.Task;

    public override bool IsCancelled() => cancellationToken.IsCancellationRequested && _durable.TrySetCanceled(cancellationToken);

    public override async Task RunAsync(HandoffDb db) => _result = await work(db);

    public override void Finish() => _durable.TrySetResult(_result!);

    public override void Fail(Exception error) => _durable.TrySetException(error);
}

/// <summary>One write of several failed, and why.</summary>
internal sealed class WriteFailedException(Exception error) : Exception(error.Message, error);
