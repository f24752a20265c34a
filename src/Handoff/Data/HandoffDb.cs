using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Data;

/// <summary>The tables of Handoff: one model for SQLite, SQL Server and PostgreSQL. Each entity's mapping stands beside the entity.</summary>
internal abstract class HandoffDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public const string HistoryTable = "__handoff_migrations";
    private SqlLink? _link;

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>In a write: what is to be told when it is durable.</summary>
    public AfterCommit After { get; set; } = null!;

    /// <summary>In a write: what is stored by hand when it ends.</summary>
    public WorkByHand Work { get; } = new();

    /// <summary>In a write: the conversations whose rows it has locked.</summary>
    public List<Conversation> Locked { get; } = [];

    /// <summary>How statements written by hand are written for this database.</summary>
    protected abstract Dialect Dialect { get; }

    /// <summary>Statements written by hand, on the way to the open connection, in the transaction if there is one.</summary>
    public SqlRound NewRound()
    {
        var connection = Database.GetDbConnection();
        _link = _link?.Connection == connection ? _link : new SqlLink(connection, Dialect);
        _link.Transaction = Database.CurrentTransaction?.GetDbTransaction();
        return new SqlRound(_link);
    }

    /// <summary>Begins a write, perhaps anew.</summary>
    public void Begin(AfterCommit after)
    {
        Work.Forget();
        Locked.Clear();
        After = after;
    }

    /// <summary>Ends a write: what EF has goes to the database now, what is stored by hand in the round that is to follow.</summary>
    public async Task<SqlRound> EndAsync(CancellationToken cancellationToken)
    {
        if (ChangeTracker.HasChanges())
        {
            await SaveChangesAsync(cancellationToken);
        }

        var round = NewRound();
        Work.Store(round);
        return round;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(24);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(HandoffDb).Assembly);
        if (Database.IsSqlServer())
        {
            CompareKeysByBytes(model);
        }
    }

    // SQL Server compares text without case by default; ids are case-sensitive everywhere else.
    private static void CompareKeysByBytes(ModelBuilder model)
    {
        var keys = model.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties())
            .Where(property => property.ClrType == typeof(string) && (property.IsKey() || property.IsForeignKey() || property.IsIndex()));
        foreach (var key in keys)
        {
            key.SetCollation("Latin1_General_100_BIN2");
        }
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.ToUniversalTime(),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
