using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Warmline.Benchmarks.Load;

/// <summary>
/// The other side of a bot: a connector that takes what bots say (201 and an id), and for everything else an endpoint that says
/// 200 and nothing more. Conversations are called <c>b…-N</c>, N being the index of their <see cref="Exchange"/>.
/// </summary>
internal sealed class ConnectorSink : IDisposable
{
    private static readonly byte[] Taken = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{\"id\":\"x\"}"u8.ToArray();
    private static readonly byte[] Fine = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray();
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentDictionary<string, Exchange> _exchanges = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Exchange>.AlternateLookup<ReadOnlySpan<char>> _byName;

    public ConnectorSink()
    {
        _byName = _exchanges.GetAlternateLookup<ReadOnlySpan<char>>();
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(512);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    public Exchange Open(string conversationId) => _exchanges.GetOrAdd(conversationId, _ => new Exchange());

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptAsync());
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            socket.NoDelay = true;
            var messages = new HttpMessages(socket);
            try
            {
                while (await messages.ReadAsync(CancellationToken.None))
                {
                    await socket.SendAsync(Hear(messages) ? Taken : Fine, SocketFlags.None);
                }
            }
            catch (Exception end) when (end is SocketException or EndOfStreamException)
            {
                // The bot closed its connection.
            }
        }
    }

    // POST /v3/conversations/ID/activities… with a message in it. What is shown in passing (typing) is no answer.
    private bool Hear(HttpMessages messages)
    {
        var head = messages.Head.Span;
        var path = "POST /v3/conversations/"u8;
        if (!head.StartsWith(path))
        {
            return false;
        }

        head = head[path.Length..];
        Span<char> id = stackalloc char[128];
        var length = Encoding.ASCII.GetChars(head[..Math.Min(head.IndexOf((byte)'/'), 128)], id);
        if (messages.Body.Span.IndexOf("\"type\":\"message\""u8) >= 0 && _byName.TryGetValue(id[..length], out var exchange))
        {
            exchange.Hear();
        }

        return true;
    }
}
