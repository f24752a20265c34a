using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Warmline.Benchmarks.Load;

/// <summary>One kept-alive connection: a request at a time.</summary>
internal sealed class HttpLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Socket _socket;
    private readonly HttpMessages _messages;

    private HttpLine(Socket socket)
    {
        _socket = socket;
        _messages = new HttpMessages(socket);
    }

    public ReadOnlyMemory<byte> Body => _messages.Body;

    public HttpMessages Messages => _messages;

    public Socket Socket => _socket;

    public static async Task<HttpLine> OpenAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return new HttpLine(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The bytes of a request; headers as whole lines without their ends.</summary>
    public static byte[] Request(string method, int port, string path, string? body, params string[] headers)
    {
        var head = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n");
        foreach (var header in headers)
        {
            head.Append(header).Append("\r\n");
        }

        if (body is not null)
        {
            head.Append($"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        }

        return Encoding.UTF8.GetBytes(head.Append("\r\n").Append(body).ToString());
    }

    /// <summary>Sends and answers the status; the body is in <see cref="Body"/> until the next request.</summary>
    public async Task<int> SendAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request, SocketFlags.None);
        return await _messages.ReadAsync(CancellationToken.None) ? _messages.Status : throw new EndOfStreamException("The connection was closed.");
    }

    /// <summary>For preparing things: what isn't answered well throws.</summary>
    public async Task<string> CallAsync(byte[] request)
    {
        var status = await SendAsync(request).WaitAsync(Patience, TimeProvider.System);
        var body = Encoding.UTF8.GetString(Body.Span);
        return status is >= 200 and < 300
            ? body
            : throw new InvalidOperationException($"{Encoding.UTF8.GetString(request).Split('\r')[0]} was answered {status}: {body}");
    }

    public void Dispose() => _socket.Dispose();
}
