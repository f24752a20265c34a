using System.Numerics;

namespace Warmline.Bot.Understanding.Learning;

/// <summary>Finds a feature's place by its hash. A line asks some hundreds of times: here each question costs one look into memory, in a dictionary two.</summary>
internal sealed class FeatureIndex
{
    private const uint Spread = 2654435769;
    private const int NotThere = -1;

    private readonly (uint Hash, int Next)[] _slots;
    private readonly int _shift;

    /// <param name="hashes">All different; a feature's place is its place here.</param>
    public FeatureIndex(uint[] hashes)
    {
        // A third of the slots is free at least; more would only be more memory to wait for.
        _slots = new (uint, int)[BitOperations.RoundUpToPowerOf2((uint)(hashes.Length * 3L / 2) | 2)];
        _shift = 32 - BitOperations.Log2((uint)_slots.Length);
        for (var at = 0; at < hashes.Length; at++)
        {
            var slot = Begin(hashes[at]);
            while (_slots[slot].Next > 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = (hashes[at], at + 1);
        }
    }

    /// <summary>The places of a line's features.</summary>
    public Located[] Find(ReadOnlySpan<Feature> features)
    {
        var found = new Located[features.Length];

        // All are fetched before the first is judged, so that memory is waited for once and not each time.
        for (var next = 0; next < found.Length; next++)
        {
            found[next] = new Located(_slots[Begin(features[next].Hash)].Next, 0, 0);
        }

        for (var next = 0; next < found.Length; next++)
        {
            found[next] = new Located(Find(features[next].Hash), (short)features[next].Word, features[next].Kind);
        }

        return found;
    }

    // -1 when it is not there.
    private int Find(uint hash)
    {
        for (var slot = Begin(hash); _slots[slot].Next > 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_slots[slot].Hash == hash)
            {
                return _slots[slot].Next - 1;
            }
        }

        return NotThere;
    }

    private int Begin(uint hash) => (int)((hash * Spread) >> _shift);
}
