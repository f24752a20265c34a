using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace Warmline.Benchmarks.Load;

/// <summary>
/// HTTP/1.1 messages on a socket, requests or responses, one after the other. As little work as possible: what the generator
/// spends is not there for what it measures.
/// </summary>
internal sealed class HttpMessages(Socket socket)
{
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The start line and the headers. Valid until the next read.</summary>
    public ReadOnlyMemory<byte> Head { get; private set; }

    /// <summary>The body, unchunked. Valid until the next read.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>The status of a response.</summary>
    public int Status => Utf8Parser.TryParse(Head.Span[9..], out int status, out _) ? status : 0;

    /// <summary>What was received behind the message: after an upgrade, the first frames.</summary>
    public ReadOnlyMemory<byte> Rest => _buffer.AsMemory(_start, _end - _start);

    /// <summary>False when the other side has closed.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync(cancellationToken))
            {
                return false;
            }
        }

        // Positions are relative: filling may move what is kept.
        var headLength = length + 4;
        var head = _buffer.AsSpan(_start, headLength);
        var bodyLength = ContentLength(head);
        var isChunked = bodyLength < 0;
        if (isChunked)
        {
            bodyLength = await UnchunkAsync(headLength, cancellationToken);
        }
        else
        {
            while (_end - _start < headLength + bodyLength)
            {
                if (!await FillAsync(cancellationToken))
                {
                    return false;
                }
            }
        }

        Head = _buffer.AsMemory(_start, headLength);
        Body = _buffer.AsMemory(_start + headLength, bodyLength);
        _start += headLength + (isChunked ? _chunkedLength : bodyLength);
        return true;
    }

    private int _chunkedLength;

    // Moves the chunks together in place; answers the body's length.
    private async ValueTask<int> UnchunkAsync(int headLength, CancellationToken cancellationToken)
    {
        var (read, written) = (headLength, headLength);
        while (true)
        {
            int line;
            while ((line = _buffer.AsSpan(_start + read, _end - _start - read).IndexOf("\r\n"u8)) < 0)
            {
                await MoreAsync(cancellationToken);
            }

            if (!Utf8Parser.TryParse(_buffer.AsSpan(_start + read, line), out int size, out _, 'x'))
            {
                throw new InvalidDataException("A chunk without a size.");
            }

            var whole = line + 2 + size + 2;
            while (_end - _start < read + whole)
            {
                await MoreAsync(cancellationToken);
            }

            _buffer.AsSpan(_start + read + line + 2, size).CopyTo(_buffer.AsSpan(_start + written));
            (read, written) = (read + whole, written + size);
            if (size == 0)
            {
                _chunkedLength = read - headLength;
                return written - headLength;
            }
        }
    }

    private async ValueTask MoreAsync(CancellationToken cancellationToken)
    {
        if (!await FillAsync(cancellationToken))
        {
            throw new EndOfStreamException("The other side closed inside a message.");
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_end == _buffer.Length)
        {
            var bigger = _end - _start > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
            _buffer.AsSpan(_start, _end - _start).CopyTo(bigger);
            (_buffer, _end, _start) = (bigger, _end - _start, 0);
        }

        var received = await socket.ReceiveAsync(_buffer.AsMemory(_end), SocketFlags.None, cancellationToken);
        _end += received;
        return received > 0;
    }

    // −1: chunked. No length means no body: nothing here answers otherwise and keeps the connection.
    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        foreach (var range in head.Split("\r\n"u8))
        {
            var line = head[range];
            if (Starts(line, "content-length:"u8))
            {
                return Utf8Parser.TryParse(line["content-length:".Length..].TrimStart((byte)' '), out int length, out _) ? length : 0;
            }

            if (Starts(line, "transfer-encoding:"u8))
            {
                return -1;
            }
        }

        return 0;
    }

    private static bool Starts(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) =>
        line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name);
}
