using System.Data.Common;

namespace Warmline.Handoff.Data.Sql;

/// <summary>A row that a statement written by hand reads: values as the model converts them.</summary>
internal abstract class Row
{
    public abstract bool IsNone(int column);

    public abstract string Text(int column);

    public abstract long Number(int column);

    public abstract int Count(int column);

    public abstract bool Flag(int column);

    public abstract DateTime Moment(int column);

    public string? TextOrNone(int column) => IsNone(column) ? null : Text(column);

    public long? NumberOrNone(int column) => IsNone(column) ? null : Number(column);

    public DateTime? MomentOrNone(int column) => IsNone(column) ? null : Moment(column);

    public T Name<T>(int column) where T : struct, Enum => Enum.Parse<T>(Text(column));
}

/// <summary>A row of a server, by its driver.</summary>
internal sealed class ServerRow(DbDataReader reader) : Row
{
    public override bool IsNone(int column) => reader.IsDBNull(column);

    public override string Text(int column) => reader.GetString(column);

    public override long Number(int column) => reader.GetInt64(column);

    public override int Count(int column) => reader.GetInt32(column);

    public override bool Flag(int column) => reader.GetBoolean(column);

    public override DateTime Moment(int column) => DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc);
}
