using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Warmline.Handoff.Data;

/// <summary>A key that chat tokens are signed with; kept protected in the database, so that every node accepts every token.</summary>
internal sealed class SigningKey
{
    /// <summary>1, 2, 3 …: of two nodes that make the next key at once, one finds it made.</summary>
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

/// <summary>
/// The keys chat tokens are signed with. A new one signs only when every node has read it, the one before is accepted for as long
/// as the new one signs: no node ever refuses what another one gave out.
/// </summary>
public sealed class SigningKeys
{
    private const int Kept = 2;
    private static readonly TimeSpan SignsFor = TimeSpan.FromDays(30);
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromMinutes(5);

    // Twice as long as any node keeps what it read: clocks differ.
    private static readonly TimeSpan KnownEverywhereAfter = ReadAgainAfter * 2;
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(10);
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
    public async ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> CurrentAsync(CancellationToken cancellationToken) =>
        _known is { } known && known.GoodUntil > Now() ? known.Keys : await RefreshAsync(cancellationToken);

    private async Task<IReadOnlyList<KeyValuePair<string, byte[]>>> RefreshAsync(CancellationToken cancellationToken)
    {
        var now = Now();
        try
        {
            var read = await ReadAsync(now, cancellationToken);
            _known = new Known(read, now + ReadAgainAfter);
            return read;
        }
        catch (Exception) when (_known is not null && !cancellationToken.IsCancellationRequested)
        {
            // The database is away: the keys have not changed because of that.
            _known = new Known(_known.Keys, now + TryAgainAfter);
            return _known.Keys;
        }
    }

    private async Task<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        var stored = await db.Set<SigningKey>().AsNoTracking().OrderByDescending(k => k.CreatedAt).ToListAsync(cancellationToken);
        if (stored.Count == 0 || now - stored[0].CreatedAt > SignsFor)
        {
            stored = await AddAsync(now, cancellationToken);
        }

        var ready = stored.Find(k => now - k.CreatedAt >= KnownEverywhereAfter) ?? stored[^1];
        return [.. stored.OrderByDescending(k => k == ready).Take(Kept).Select(k =>
            KeyValuePair.Create(k.Id, Convert.FromBase64String(_protector.Unprotect(k.ProtectedSecret))))];
    }

    private async Task<List<SigningKey>> AddAsync(DateTime now, CancellationToken cancellationToken)
    {
        // Made outside the write: protecting it may store a key of the framework's own, through another connection.
        var secret = _protector.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return await _database.WriteAsync(async db =>
        {
            var stored = await db.Set<SigningKey>().OrderByDescending(k => k.CreatedAt).ToListAsync();
            if (stored.Count == 0 || now - stored[0].CreatedAt > SignsFor)
            {
                var fresh = new SigningKey { Id = Next(stored), ProtectedSecret = secret, CreatedAt = now };
                stored.Insert(0, fresh);
                db.Add(fresh);
                db.RemoveRange(stored.Skip(Kept));
            }

            return stored.Take(Kept).ToList();
        }, cancellationToken);
    }

    private static string Next(List<SigningKey> stored) =>
        (stored.Count == 0 || !int.TryParse(stored[0].Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? 1 : number + 1)
            .ToString(CultureInfo.InvariantCulture);

    private DateTime Now() => _time.GetUtcNow().UtcDateTime;

    private sealed record Known(IReadOnlyList<KeyValuePair<string, byte[]>> Keys, DateTime GoodUntil);
}
