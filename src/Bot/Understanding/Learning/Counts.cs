using System.Numerics;

namespace Warmline.Bot.Understanding.Learning;

/// <summary>A feature of the vocabulary, and how often a line has it.</summary>
internal readonly record struct Counted(int At, int Times, FeatureKind Kind);

/// <summary>Counts a line's features, in the order they first occur; a small table of its own, several times faster than a dictionary.</summary>
internal struct Counts(int most)
{
    private readonly Counted[] _all = new Counted[most];
    private readonly int[] _slots = new int[BitOperations.RoundUpToPowerOf2((uint)(most * 2) | 1)];
    private int _count;

    public readonly ReadOnlySpan<Counted> All => _all.AsSpan(0, _count);

    public void Add(int at, FeatureKind kind)
    {
        var slot = (int)((uint)at * 2654435769u) & (_slots.Length - 1);
        while (_slots[slot] > 0 && _all[_slots[slot] - 1].At != at)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        if (_slots[slot] == 0)
        {
            _all[_count++] = new Counted(at, 0, kind);
            _slots[slot] = _count;
        }

        ref var entry = ref _all[_slots[slot] - 1];
        entry = entry with { Times = entry.Times + 1 };
    }
}
