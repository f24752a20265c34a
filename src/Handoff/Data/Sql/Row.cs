using System.Data.Common;

namespace Warmline.Handoff.Data.Sql;

/// <summary>Values out of a row, as the model converts them.</summary>
internal static class Row
{
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? Number(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static DateTime Moment(this DbDataReader row, int column) => DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);

    public static DateTime? MomentOrNone(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Moment(column);

    public static T Name<T>(this DbDataReader row, int column) where T : struct, Enum => Enum.Parse<T>(row.GetString(column));
}

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
