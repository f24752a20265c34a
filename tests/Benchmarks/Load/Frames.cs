using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Warmline.Benchmarks.Load;

/// <summary>The client's end of a WebSocket, reading only; it answers pings.</summary>
internal sealed class Frames(Socket socket, ReadOnlyMemory<byte> first) : IDisposable
{
    private const int Text = 1;
    private const int Close = 8;
    private const int Ping = 9;
    private byte[] _buffer = first.Length > 1024 ? first.ToArray() : [.. first.Span, .. new byte[1024 - first.Length]];
    private int _start;
    private int _end = first.Length;

    public static async Task<Frames> OpenAsync(int port, string pathAndQuery)
    {
        var line = await HttpLine.OpenAsync(port);
        var request = HttpLine.Request("GET", port, pathAndQuery, null,
            "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: d2FybWxpbmUtYmVuY2gtMQ==");
        var status = await line.SendAsync(request);
        return status == 101
            ? new Frames(line.Socket, line.Messages.Rest.ToArray())
            : throw new InvalidOperationException($"The socket was refused: {status} {Encoding.UTF8.GetString(line.Body.Span)}");
    }

    /// <summary>The next text, valid until the next read; null when the socket has closed.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync()
    {
        while (true)
        {
            var (opcode, at, length) = await HeadAsync();
            while (_end - _start < at + length)
            {
                if (!await FillAsync())
                {
                    return null;
                }
            }

            var payload = _buffer.AsMemory(_start + at, length);
            _start += at + length;
            switch (opcode)
            {
                case Text when length > 0:
                    return payload;
                case Ping:
                    await socket.SendAsync(Pong(payload.Span), SocketFlags.None);
                    break;
                case Close:
                    return null;
            }
        }
    }

    public void Dispose() => socket.Dispose();

    // A mask of zeros masks nothing.
    private static byte[] Pong(ReadOnlySpan<byte> payload) => [0x8A, (byte)(0x80 | payload.Length), 0, 0, 0, 0, .. payload];

    private async ValueTask<(int Opcode, int At, int Length)> HeadAsync()
    {
        while (true)
        {
            if (Head() is { } head)
            {
                return head;
            }

            if (!await FillAsync())
            {
                return (Close, 0, 0);
            }
        }
    }

    private (int Opcode, int At, int Length)? Head()
    {
        var bytes = _buffer.AsSpan(_start, _end - _start);
        if (bytes.Length < 2)
        {
            return null;
        }

        var (opcode, length) = (bytes[0] & 0x0F, bytes[1] & 0x7F);
        return length switch
        {
            126 => bytes.Length < 4 ? null : (opcode, 4, BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])),
            127 => bytes.Length < 10 ? null : (opcode, 10, (int)BinaryPrimitives.ReadUInt64BigEndian(bytes[2..])),
            _ => (opcode, 2, length),
        };
    }

    private async ValueTask<bool> FillAsync()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var received = await socket.ReceiveAsync(_buffer.AsMemory(_end), SocketFlags.None);
        _end += received;
        return received > 0;
    }
}
