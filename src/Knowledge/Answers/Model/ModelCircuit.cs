using System.ClientModel;
using System.Globalization;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;

namespace Warmline.Knowledge.Answers.Model;

/// <summary>Leaves the model alone after failures, and at once and for as long as it asks to be.</summary>
internal sealed class ModelCircuit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ShortestBreak = TimeSpan.FromMilliseconds(500);
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline _pipeline;
    private long _asksToRestUntil;

    public ModelCircuit(IOptions<LanguageModelOptions> options, TimeProvider time)
    {
        _time = time;
        var rest = options.Value.Rest;
        _pipeline = rest < ShortestBreak ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions { FailureRatio = 0.5, MinimumThroughput = 2, SamplingDuration = Window, BreakDuration = rest })
            .Build();
    }

    /// <exception cref="BrokenCircuitException">It rests.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        if (_time.GetUtcNow().UtcTicks < Interlocked.Read(ref _asksToRestUntil))
        {
            throw new BrokenCircuitException();
        }

        try
        {
            return await _pipeline.ExecuteAsync(async token => await call(token), cancellationToken);
        }
        catch (Exception error) when (RetryAfter(error) is { } wait)
        {
            Interlocked.Exchange(ref _asksToRestUntil, (_time.GetUtcNow() + (wait < LongestRest ? wait : LongestRest)).UtcTicks);
            throw;
        }
    }

    // A refused stream fails as the library underneath does, anything else wrapped.
    private TimeSpan? RetryAfter(Exception error)
    {
        if (((error as ClientResultException) ?? error.InnerException as ClientResultException)?.GetRawResponse() is not { } response
            || !response.Headers.TryGetValue("Retry-After", out var value) || value is null)
        {
            return null;
        }

        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var at) && at > _time.GetUtcNow() ? at - _time.GetUtcNow()
            : null;
    }
}
