namespace BotFramework.DirectLine.Memory;

/// <summary>Files in memory, the newest 64 MB of them, given out as what the sender said they are.</summary>
internal sealed class MemoryFiles
{
    private const long MostBytes = 64 * 1024 * 1024;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, UploadedFile> _files = new(StringComparer.Ordinal);
    private readonly Queue<UploadedFile> _oldestFirst = [];
    private long _bytes;

    internal void Keep(IReadOnlyList<UploadedFile> files)
    {
        lock (_lock)
        {
            foreach (var file in files)
            {
                _files.Add(file.Id, file);
                _oldestFirst.Enqueue(file);
                _bytes += file.Content.Length;
            }

            while (_bytes > MostBytes && _oldestFirst.TryDequeue(out var oldest))
            {
                _files.Remove(oldest.Id);
                _bytes -= oldest.Content.Length;
            }
        }
    }

    internal KeptFile? Find(string id)
    {
        lock (_lock)
        {
            return _files.TryGetValue(id, out var file) ? new KeptFile(file.Name, file.ContentType ?? "application/octet-stream", file.Content) : null;
        }
    }
}
