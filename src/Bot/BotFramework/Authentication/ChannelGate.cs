using System.Net;
using BotFramework.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotFramework.Authentication;

/// <summary>Decides who may deliver activities. Why somebody may not is only logged.</summary>
internal sealed class ChannelGate(
    ChannelTokens tokens, IOptions<BotFrameworkOptions> options, IHostEnvironment environment, ILogger<ChannelGate> logger)
{
    private const string Scheme = "Bearer ";
    private static readonly string[] SignsOfAnother = ["Forwarded", "Via", "Origin", "X-Real-IP"];

    /// <summary>A pass; or, with a local developer, admission without one; else neither.</summary>
    internal async ValueTask<(ChannelPass? Pass, bool IsAdmitted)> AdmitAsync(HttpContext http)
    {
        if (string.IsNullOrEmpty(options.Value.AppId))
        {
            return (null, IsDeveloper(http) || Refuse("there is no AppId"));
        }

        if (http.Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return (null, Refuse("no bearer token"));
        }

        var (pass, reason) = await tokens.ReadAsync(header[Scheme.Length..], http.RequestAborted);
        return (pass, pass is not null || Refuse(reason));
    }

    internal bool Refuse(string reason)
    {
        BotFrameworkLog.CallerRefused(logger, reason);
        return false;
    }

    /// <summary>A program on this machine that nobody speaks through: neither a proxy nor a page in a browser.</summary>
    private bool IsDeveloper(HttpContext http) =>
        environment.IsDevelopment()
        && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.Any(header => SignsOfAnother.Contains(header.Key, StringComparer.OrdinalIgnoreCase)
            || header.Key.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
            || header.Key.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase));
}
