using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Operations;

/// <summary>One more socket of a customer: another tab, or a client that comes back.</summary>
internal sealed class Stream : IDisposable
{
    private readonly ClientWebSocket _socket = new() { Options = { CollectHttpResponseDetails = true } };

    public HttpStatusCode Status => _socket.HttpStatusCode;

    public static async Task<Stream> TryOpenAsync(Customer customer, CancellationToken cancellationToken)
    {
        using var answer = await customer.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{customer.ConversationId}?watermark=0", null, cancellationToken);
        var address = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("streamUrl").GetString()!;
        var stream = new Stream();
        try
        {
            await stream._socket.ConnectAsync(new Uri(address), cancellationToken);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return stream;
    }

    /// <summary>Reads frames until one has the words.</summary>
    public async Task HearAsync(string words, CancellationToken cancellationToken)
    {
        var (heard, buffer) = (new StringBuilder(), new byte[4096]);
        while (!heard.ToString().Contains(words, StringComparison.Ordinal))
        {
            var frame = await _socket.ReceiveAsync(buffer, cancellationToken);
            Assert.NotEqual(WebSocketMessageType.Close, frame.MessageType);
            heard.Append(Encoding.UTF8.GetString(buffer, 0, frame.Count));
        }
    }

    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
    }
}
