using System.Net;
using BotFramework.Hosting;

namespace BotFramework.Connector;

/// <summary>When a call is repeated, and after how long.</summary>
internal sealed class RetryRule(BotFrameworkOptions options)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait before the next try; null when there is to be none.</summary>
    internal TimeSpan? Pause(ConnectorException failure, HttpMethod method, int retry, TimeSpan elapsed)
    {
        if (retry >= options.MaxRetries || !IsSafe(failure, method))
        {
            return null;
        }

        // Between half and all of 1, 2, 4 … seconds, so that many who failed together don't come back together.
        var own = First * Math.Pow(2, retry) * (0.5 + (Random.Shared.NextDouble() / 2));
        var pause = failure.RetryAfter > own ? failure.RetryAfter.Value : own;
        return elapsed + pause <= options.RetryWithin ? pause : null;
    }

    private static bool IsSafe(ConnectorException failure, HttpMethod method) => failure.Status switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed => true,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => method == HttpMethod.Get,
        _ => false,
    };
}
