namespace Warmline.Handoff.Data.Sql;

/// <summary>A row read under its lock: changed in memory, and stored by hand when the write ends, if it was changed.</summary>
internal sealed class HeldRow(Statement save, Func<object?[]> values)
{
    private readonly object?[] _before = values();

    public void Store(SqlRound round)
    {
        var now = values();
        if (!now.AsSpan().SequenceEqual(_before, EqualityComparer<object?>.Default))
        {
            round.Do(save, now);
        }
    }
}
