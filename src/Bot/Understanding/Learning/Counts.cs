using System.Buffers;
using System.Numerics;

namespace Warmline.Bot.Understanding.Learning;

/// <summary>A feature of the vocabulary, and how often a line has it.</summary>
internal readonly record struct Counted(int At, int Times, FeatureKind Kind);

/// <summary>Counts a line's features, in the order they first occur; a small borrowed table, several times faster than a dictionary.</summary>
internal ref struct Counts
{
    private readonly Counted[] _all;
    private readonly int[] _slots;
    private readonly int _mask;
    private int _count;

    public Counts(int most)
    {
        _mask = (int)BitOperations.RoundUpToPowerOf2((uint)(most * 2) | 1) - 1;
        (_all, _slots) = (ArrayPool<Counted>.Shared.Rent(most), ArrayPool<int>.Shared.Rent(_mask + 1));
        Array.Clear(_slots, 0, _mask + 1);
    }

    public readonly ReadOnlySpan<Counted> All => _all.AsSpan(0, _count);

    public void Add(int at, FeatureKind kind)
    {
        var slot = (int)((uint)at * 2654435769u) & _mask;
        while (_slots[slot] > 0 && _all[_slots[slot] - 1].At != at)
        {
            slot = (slot + 1) & _mask;
        }

        if (_slots[slot] == 0)
        {
            _all[_count++] = new Counted(at, 0, kind);
            _slots[slot] = _count;
        }

        ref var entry = ref _all[_slots[slot] - 1];
        entry = entry with { Times = entry.Times + 1 };
    }

    /// <summary>Gives the table back.</summary>
    public readonly void Dispose()
    {
        ArrayPool<Counted>.Shared.Return(_all);
        ArrayPool<int>.Shared.Return(_slots);
    }
}
