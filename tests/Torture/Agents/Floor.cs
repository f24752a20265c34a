using System.Collections.Concurrent;

namespace Warmline.Torture.Agents;

/// <summary>What the agents remember together: the notes that were acknowledged.</summary>
internal sealed class Floor
{
    private readonly ConcurrentQueue<string> _notes = [];

    public IReadOnlyCollection<string> Notes => _notes;

    public void Noted(string text) => _notes.Enqueue(text);
}
