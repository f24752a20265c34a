using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Torture.Judging;
using Warmline.Torture.Servers;

namespace Warmline.Torture;

/// <summary>Requests to whichever node is there. No answer is an answer too: null.</summary>
internal sealed class Door : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly ServiceProvider _services;
    private readonly IHttpClientFactory _clients;
    private readonly Cluster _cluster;
    private readonly Court _court;

    public Door(Cluster cluster, Court court)
    {
        _services = new ServiceCollection().AddHttpClient(nameof(Door))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(3) }).Services.BuildServiceProvider();
        _clients = _services.GetRequiredService<IHttpClientFactory>();
        (_cluster, _court) = (cluster, court);
    }

    /// <summary>Whether this is how a request ends whose server was killed: HttpClient lets even the socket's own error through.</summary>
    public static bool IsCut(Exception error) => error is HttpRequestException or OperationCanceledException or IOException or SocketException;

    public Uri Anywhere() => _cluster.Anywhere();

    /// <summary>Null when nobody answered, or the answer was cut.</summary>
    public async Task<Answer?> SendAsync(HttpMethod method, string path, object? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(_cluster.Anywhere(), path));
        if (body is not null)
        {
            // With its length, as browsers send it.
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Json));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            using var client = _clients.CreateClient(nameof(Door));
            using var answer = await client.SendAsync(request, patience.Token);
            var text = await answer.Content.ReadAsStringAsync(patience.Token);
            _court.Count($"answers {(int)answer.StatusCode}");
            return new Answer((int)answer.StatusCode, text);
        }
        catch (Exception error) when (IsCut(error))
        {
            return null;
        }
    }

    /// <summary>Something of the protocol's own types; null when nobody answered.</summary>
    public Task<Answer?> SendProtocolAsync(string path, object activity, string token) =>
        SendAsync(HttpMethod.Post, path, BotFramework.Schema.ProtocolJson.ToElement(activity), token);

    /// <summary>An agent's wish; null when it is not known whether it was done.</summary>
    public async Task<InServer.DeskAnswer?> DeskAsync(string verb, InServer.DeskRequest asked) =>
        await SendAsync(HttpMethod.Post, $"/torture/{verb}", asked) is { Status: 200 } answer
            ? JsonSerializer.Deserialize<InServer.DeskAnswer>(answer.Text, Json)
            : null;

    public void Dispose() => _services.Dispose();
}

/// <summary>A status and a body.</summary>
internal sealed record Answer(int Status, string Text)
{
    public bool IsGood => Status is 200 or 201;

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;
}
