using System.Globalization;

namespace Warmline.Torture.Judging;

/// <summary>
/// What the server acknowledged, written down by the client in a file of its own: it outlives the customers who left, and costs no memory.
/// </summary>
internal sealed class Ledger : IDisposable
{
    private readonly string _path;
    private readonly StreamWriter _writer;
    private readonly Lock _lock = new();

    /// <summary>How many lines were acknowledged so far.</summary>
    public long Count { get; private set; }

    public Ledger(string folder)
    {
        _path = Path.Combine(folder, "acknowledged.tsv");
        _writer = new StreamWriter(_path) { AutoFlush = true };
    }

    /// <param name="Conversation">Where.</param>
    /// <param name="Seq">The number that was acknowledged.</param>
    /// <param name="Key">clientActivityID of a customer, key of an agent's line.</param>
    public sealed record Entry(string Conversation, long Seq, string Key);

    public void Write(string conversation, long seq, string key)
    {
        lock (_lock)
        {
            Count++;
            _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{conversation}\t{seq}\t{key}"));
        }
    }

    public IEnumerable<Entry> Read()
    {
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            yield return new Entry(parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
        }
    }

    public void Dispose() => _writer.Dispose();
}
