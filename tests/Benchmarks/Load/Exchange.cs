using System.Diagnostics;

namespace Warmline.Benchmarks.Load;

/// <summary>One conversation's open question: asked by a client, answered when the connector has all lines of the answer.</summary>
internal sealed class Exchange
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<long>? _answered;
    private int _missing;

    /// <summary>Every line the connector got here, asked for or not.</summary>
    public int Received { get; private set; }

    /// <summary>The moment of the answer's last line.</summary>
    public Task<long> AskAsync(int lines)
    {
        lock (_lock)
        {
            _missing = lines;
            _answered = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _answered.Task;
        }
    }

    public void Hear()
    {
        lock (_lock)
        {
            Received++;
            if (--_missing == 0)
            {
                _answered?.TrySetResult(Stopwatch.GetTimestamp());
            }
        }
    }
}
