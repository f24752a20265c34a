namespace Warmline.Bot.Understanding.Learning;

/// <summary>
/// Parts things into folds of one size so that like is with like. Held back fold by fold, a whole way of asking is then missing, as
/// in what customers write; one of two rows that are nearly the same would foretell the other, and nobody would be the wiser.
/// </summary>
internal static class LikeFolds
{
    // All are compared with all.
    private const int MostCompared = 300;
    private const int Free = -1;

    /// <summary>The fold of each, 0 … <paramref name="folds"/>-1.</summary>
    public static int[] Of(IReadOnlyList<SparseVector> things, int folds) =>
        [.. things.Chunk(MostCompared).SelectMany(some => Part(Likenesses(some), folds))];

    private static int[] Part(float[][] likenesses, int folds)
    {
        var fold = new int[likenesses.Length];
        Array.Fill(fold, Free);
        for (var (next, left) = (0, fold.Length); left > 0; next++)
        {
            var size = (left + folds - next - 1) / (folds - next);
            Fill(fold, next, size, likenesses);
            left -= size;
        }

        return fold;
    }

    // Begins with what is least like all others that are free, and adds whatever is most like what the fold has.
    private static void Fill(int[] fold, int number, int size, float[][] likenesses)
    {
        var free = Enumerable.Range(0, fold.Length).Where(each => fold[each] == Free).ToList();
        var next = free.MinBy(each => free.Sum(other => likenesses[each][other]));
        var near = new float[fold.Length];
        for (var count = 0; count < size; count++)
        {
            (fold[next], near) = (number, [.. near.Zip(likenesses[next], (sum, likeness) => sum + likeness)]);
            free.Remove(next);
            next = free.Count > 0 ? free.MaxBy(each => near[each]) : next;
        }
    }

    private static float[][] Likenesses(SparseVector[] things)
    {
        var spread = new float[things.Max(thing => thing.At.DefaultIfEmpty().Max()) + 1];
        return [.. things.Select(one =>
        {
            Spread(one, spread, one.Value);
            float[] row = [.. things.Select(other => Product(other, spread))];
            Spread(one, spread, new float[one.Value.Length]);
            return row;
        })];
    }

    private static void Spread(SparseVector thing, float[] over, float[] values)
    {
        for (var each = 0; each < values.Length; each++)
        {
            over[thing.At[each]] = values[each];
        }
    }

    private static float Product(SparseVector thing, float[] spread)
    {
        var sum = 0f;
        for (var each = 0; each < thing.At.Length; each++)
        {
            sum += thing.Value[each] * spread[thing.At[each]];
        }

        return sum;
    }
}
