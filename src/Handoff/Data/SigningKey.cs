using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Warmline.Handoff.Data;

/// <summary>A key that chat tokens are signed with; kept protected in the database, so that every node accepts every token.</summary>
internal sealed class SigningKey
{
    public required string Id { get; init; }
    public required string ProtectedSecret { get; init; }
    public required DateTime CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SigningKey>
    {
        public void Configure(EntityTypeBuilder<SigningKey> key)
        {
            key.ToTable("signing_key");
            key.Property(k => k.Id).HasMaxLength(32);
        }
    }
}

/// <summary>The keys chat tokens are signed with: the newest signs, the one before is still accepted.</summary>
public sealed class SigningKeys
{
    private static readonly TimeSpan SignsFor = TimeSpan.FromDays(30);
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromMinutes(5);
    private readonly HandoffDatabase _database;
    private readonly IDataProtector _protector;
    private readonly TimeProvider _time;
    private volatile Known? _known;

    internal SigningKeys(HandoffDatabase database, IDataProtectionProvider protection, TimeProvider time)
    {
        _database = database;
        _protector = protection.CreateProtector("Warmline.SigningKeys");
        _time = time;
    }

    /// <summary>Id and 256-bit secret, the signing one first.</summary>
    public async ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> CurrentAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        if (_known is not { } known || now - known.ReadAt > ReadAgainAfter)
        {
            _known = known = new Known(await ReadAsync(now, cancellationToken), now);
        }

        return known.Keys;
    }

    private async Task<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadAsync(DateTime now, CancellationToken cancellationToken)
    {
        // Made outside the write: protecting it may store a key of the framework's own, through another connection.
        var fresh = NewKey(now);
        var keys = await _database.WriteAsync(async db =>
        {
            var stored = await db.Set<SigningKey>().OrderByDescending(k => k.CreatedAt).ToListAsync();
            if (stored.Count == 0 || now - stored[0].CreatedAt > SignsFor)
            {
                stored.Insert(0, fresh);
                db.Add(fresh);
                db.RemoveRange(stored.Skip(2));
            }

            return stored.Take(2).ToList();
        }, cancellationToken);
        return keys.ConvertAll(k => KeyValuePair.Create(k.Id, Convert.FromBase64String(_protector.Unprotect(k.ProtectedSecret))));
    }

    private SigningKey NewKey(DateTime now) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        ProtectedSecret = _protector.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))),
        CreatedAt = now,
    };

    private sealed record Known(IReadOnlyList<KeyValuePair<string, byte[]>> Keys, DateTime ReadAt);
}
