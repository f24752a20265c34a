using System.Buffers;

namespace BotFramework.DirectLine.Files;

/// <summary>Reads what a stranger sends, no further than allowed.</summary>
internal static class Bytes
{
    /// <summary>Everything, unless <paramref name="mayHold"/> says no to so many bytes, of which so many are new: then null.</summary>
    internal static async Task<byte[]?> ReadAsync(Stream body, Func<long, int, bool> mayHold, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (!mayHold(kept.Length + read, read))
                {
                    return null;
                }

                kept.Write(buffer, 0, read);
            }

            return kept.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
