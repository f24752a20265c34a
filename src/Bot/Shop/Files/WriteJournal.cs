using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Warmline.Bot.Shop.Files;

/// <summary>
/// Writes that were done, one JSON line each, in a file that only grows; on the disk before anybody hears of them. Several processes may
/// append: a lock file lets one at a time, and each reads what the others added. A line cut short by a crash was never done and is taken off.
/// </summary>
internal sealed class WriteJournal(string path)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly Lock _using = new();
    private readonly Dictionary<string, JournalEntry> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<JournalEntry>> _byOrder = new(StringComparer.Ordinal);
    private long _read;

    /// <summary>The write with this key, if it was done.</summary>
    /// <exception cref="ShopUnavailableException">The journal can't be read.</exception>
    public JournalEntry? Find(string key) => Guarded(() =>
    {
        CatchUp();
        return _byKey.GetValueOrDefault(key);
    });

    /// <summary>The order with everything done to it.</summary>
    /// <exception cref="ShopUnavailableException">The journal can't be read.</exception>
    public Order Apply(Order order) => Guarded(() =>
    {
        CatchUp();
        return _byOrder.GetValueOrDefault(OrderNumber.Normalise(order.Number))?.Aggregate(order, (now, entry) => entry.Apply(now)) ?? order;
    });

    /// <summary>
    /// Decides under the lock, with everything done so far in sight, and keeps what is decided. Null from <paramref name="decide"/>: nothing is kept.
    /// </summary>
    /// <exception cref="ShopUnavailableException">Nothing was kept.</exception>
    public JournalEntry? Append(Func<JournalEntry?> decide) => Guarded(() =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var alone = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        CatchUp();
        if (decide() is { } entry)
        {
            Store(entry);
            CatchUp();
            return entry;
        }

        return null;
    });

    private T Guarded<T>(Func<T> use)
    {
        lock (_using)
        {
            try
            {
                return use();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
            {
                throw new ShopUnavailableException($"{Path.GetFileName(path)} can't be used.", e);
            }
        }
    }

    private void Store(JournalEntry entry)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(_read);
        file.Seek(_read, SeekOrigin.Begin);
        file.Write([.. JsonSerializer.SerializeToUtf8Bytes(entry, Json), (byte)'\n']);
        file.Flush(flushToDisk: true);
    }

    private void CatchUp()
    {
        var length = File.Exists(path) ? new FileInfo(path).Length : 0;
        if (length == _read)
        {
            return;
        }

        if (length < _read)
        {
            Forget();
        }

        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Seek(_read, SeekOrigin.Begin);
        using var rest = new MemoryStream();
        file.CopyTo(rest);
        Take(rest.GetBuffer().AsSpan(0, (int)rest.Length));
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        for (var end = bytes.IndexOf((byte)'\n'); end >= 0; end = bytes.IndexOf((byte)'\n'))
        {
            if (end > 0)
            {
                Keep(JsonSerializer.Deserialize<JournalEntry>(bytes[..end], Json) is { Write: not null, Reference: not null } entry ? entry : throw new JsonException());
            }

            _read += end + 1;
            bytes = bytes[(end + 1)..];
        }
    }

    private void Keep(JournalEntry entry)
    {
        _byKey[entry.Write.Key] = entry;
        var number = OrderNumber.Normalise(entry.Write.OrderNumber);
        (_byOrder.TryGetValue(number, out var entries) ? entries : _byOrder[number] = []).Add(entry);
    }

    // The file was replaced by a shorter one.
    private void Forget()
    {
        _byKey.Clear();
        _byOrder.Clear();
        _read = 0;
    }
}
