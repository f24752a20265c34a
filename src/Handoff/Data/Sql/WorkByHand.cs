namespace Warmline.Handoff.Data.Sql;

/// <summary>What a write stores by hand, in one round when it ends: first what is new, in its order, then the rows it holds.</summary>
internal sealed class WorkByHand
{
    private readonly List<(Statement Insert, Func<object?[]> Values)> _new = [];
    private readonly List<HeldRow> _held = [];

    public void Add(Statement insert, Func<object?[]> values) => _new.Add((insert, values));

    public void Hold(HeldRow row) => _held.Add(row);

    public void Forget()
    {
        _new.Clear();
        _held.Clear();
    }

    public void Store(SqlRound round)
    {
        _new.ForEach(row => round.Do(row.Insert, row.Values()));
        _held.ForEach(row => row.Store(round));
        Forget();
    }
}
