using System.Net.Http.Headers;
using System.Text.Json;
using BotFramework.Authentication;
using BotFramework.Hosting;
using BotFramework.Schema;
using Microsoft.Extensions.Options;

namespace BotFramework.Connector;

/// <summary>Makes calls: the host allowed, the token attached, the time bounded, the failure named, repeated where that is safe.</summary>
internal sealed class ConnectorCalls(
    BotHttp http, ServiceHosts hosts, AccessTokens tokens, IOptions<BotFrameworkOptions> options, TimeProvider time)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };
    private readonly RetryRule _rule = new(options.Value);

    /// <summary>The answer, or null when the channel gave none that can be read.</summary>
    internal async Task<T?> SendAsync<T>(HttpMethod method, string serviceUrl, string route, object? body, CancellationToken cancellationToken)
        where T : class
    {
        var address = Address(serviceUrl, route);
        var bytes = body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), ProtocolJson.Options);
        var started = time.GetTimestamp();
        for (var retry = 0; ; retry++)
        {
            try
            {
                return await TryOnceAsync<T>(method, address, bytes, cancellationToken);
            }
            catch (ConnectorException failure) when (_rule.Pause(failure, method, retry, time.GetElapsedTime(started)) is { } pause)
            {
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    private Uri Address(string serviceUrl, string route) => hosts.Allowed(serviceUrl) is { } root
        ? new Uri($"{root.AbsoluteUri.TrimEnd('/')}/{route}")
        : throw new ConnectorException(ConnectorOutcome.NothingWritten, ConnectorException.ServiceHostNotAllowed, "This service URL is not one the bot may call.");

    private async Task<T?> TryOnceAsync<T>(HttpMethod method, Uri address, byte[]? body, CancellationToken cancellationToken) where T : class
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        }

        if (await tokens.GetAsync(cancellationToken) is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var patience = new CancellationTokenSource(options.Value.CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ExchangeAsync<T>(request, either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw CallFailure.Of(exception);
        }
    }

    private async Task<T?> ExchangeAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken) where T : class
    {
        HttpResponseMessage? response = null;
        try
        {
            response = await http.Channels.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var answer = await BoundedContent.ReadAsync(response.Content, cancellationToken);
            return response.IsSuccessStatusCode ? Read<T>(answer) : throw CallFailure.Of(response, answer, time.GetUtcNow());
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw CallFailure.Of(exception, response?.StatusCode);
        }
        finally
        {
            response?.Dispose();
        }
    }

    // It was written: an answer nobody can read is no reason to write it again.
    private static T? Read<T>(ReadOnlySpan<byte> answer) where T : class
    {
        try
        {
            return answer.IsEmpty ? null : JsonSerializer.Deserialize<T>(answer, ProtocolJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
