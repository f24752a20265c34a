using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Warmline.Bot.Shop.Remote;

/// <summary>How often, how long, and when not to ask a shop's system at all.</summary>
internal static class WirePatience
{
    private static readonly TimeSpan BreakerLooksBack = TimeSpan.FromSeconds(30);

    /// <summary>Several tries within the customer's patience.</summary>
    public static ResiliencePipeline<WireAnswer> Repeating(ShopLimits limits, ResiliencePipeline<WireAnswer> guarded, TimeProvider time)
    {
        var pipeline = new ResiliencePipelineBuilder<WireAnswer> { TimeProvider = time }.AddTimeout(limits.Total);
        return (limits.Retries == 0 ? pipeline : pipeline.AddRetry(Retry(limits))).AddPipeline(guarded).Build();
    }

    /// <summary>One try, under the breaker; with or without repeating the breaker is the same, as the system is.</summary>
    public static ResiliencePipeline<WireAnswer> Guarded(ShopLimits limits, TimeProvider time) =>
        new ResiliencePipelineBuilder<WireAnswer> { TimeProvider = time }.AddCircuitBreaker(Breaker(limits)).AddTimeout(limits.Try).Build();

    /// <summary>Nothing of the request reached the shop.</summary>
    public static bool NeverArrived(Exception e) => e is BrokenCircuitException or HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    /// <summary>Trouble of the line, not a wish of the caller's to stop.</summary>
    public static bool IsTrouble(Exception e, CancellationToken cancellationToken) => !cancellationToken.IsCancellationRequested
        && e is HttpRequestException or IOException or TimeoutRejectedException or BrokenCircuitException or AnswerTooLargeException or OperationCanceledException;

    private static CircuitBreakerStrategyOptions<WireAnswer> Breaker(ShopLimits limits) => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = limits.BreakAfter,
        SamplingDuration = BreakerLooksBack,
        BreakDuration = limits.BreakFor,
        ShouldHandle = outcome => ValueTask.FromResult(
            outcome.Outcome.Result?.Status is >= 500 || outcome.Outcome.Exception is HttpRequestException or IOException or TimeoutRejectedException),
    };

    private static RetryStrategyOptions<WireAnswer> Retry(ShopLimits limits) => new()
    {
        MaxRetryAttempts = limits.Retries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = limits.RetryAfter,
        UseJitter = true,
        ShouldHandle = outcome => ValueTask.FromResult(MayHelp(outcome.Outcome, limits)),

        // Null: the usual wait.
        DelayGenerator = outcome => ValueTask.FromResult(outcome.Outcome.Result?.RetryAfter),
    };

    // A shop that asks to be left alone for longer than a customer would wait is left alone.
    private static bool MayHelp(Outcome<WireAnswer> outcome, ShopLimits limits) => outcome.Result is { } answer
        ? answer.Status is 408 or 429 or >= 500 && !(answer.RetryAfter > limits.Total / 2)
        : outcome.Exception is HttpRequestException or IOException or TimeoutRejectedException;
}
