using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Warmline.Handoff.Conversations;

namespace Warmline.Handoff.Data;

/// <summary>The tables of Handoff: one model for SQLite, SQL Server and PostgreSQL. Each entity's mapping stands beside the entity.</summary>
internal abstract class HandoffDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public const string HistoryTable = "__handoff_migrations";

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>In a write: what is to be told when it is durable.</summary>
    public AfterCommit After { get; set; } = null!;

    /// <summary>Reads a conversation and keeps everybody else from writing it until the transaction ends. Null when there is none.</summary>
    public abstract Task<Conversation?> LockConversationAsync(string id);

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
