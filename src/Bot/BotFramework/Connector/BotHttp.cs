namespace BotFramework.Connector;

/// <summary>
/// The two clients of this library, kept for good: their connections are pooled and renewed below them. Redirects are not
/// followed, or an allowed host could send a token to another; nothing is logged about addresses, which hold people's ids.
/// </summary>
internal sealed class BotHttp(IHttpClientFactory factory)
{
    internal const string Name = "BotFramework";
    private const int MaxLoginBytes = 1024 * 1024;

    /// <summary>For channels; its callers bound time and answer themselves.</summary>
    internal HttpClient Channels { get; } = Create(factory, Timeout.InfiniteTimeSpan, int.MaxValue);

    /// <summary>For keys and tokens.</summary>
    internal HttpClient Login { get; } = Create(factory, TimeSpan.FromSeconds(10), MaxLoginBytes);

    internal static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
    };

    private static HttpClient Create(IHttpClientFactory factory, TimeSpan timeout, int maxBytes)
    {
        var client = factory.CreateClient(Name);
        client.Timeout = timeout;
        client.MaxResponseContentBufferSize = maxBytes;
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Microsoft-BotFramework/3.1 (Warmline)");
        return client;
    }
}

/// <summary>Reads an answer no further than a bound.</summary>
internal static class BoundedContent
{
    private const int MaxBytes = 4 * 1024 * 1024;

    internal static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
        return await content.ReadAsByteArrayAsync(cancellationToken);
    }
}
