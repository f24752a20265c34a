using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Warmline.Handoff.Agents;

/// <summary>A person of the shop who signs in with a name and a password. Changed only while its row is locked.</summary>
internal sealed class StaffAccount
{
    public const int LongestName = 64;
    private const int MostFailures = 10;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan OneTimeValidFor = TimeSpan.FromDays(7);

    public required string Id { get; init; }

    /// <summary>As <see cref="StaffNames.Normalise"/> gives it: unique whatever the case.</summary>
    public required string UserName { get; init; }

    /// <summary>As customers see it.</summary>
    public required string DisplayName { get; set; }

    public StaffRoles Roles { get; private set; }
    public string PasswordHash { get; private set; } = "";

    /// <summary>Language of the desk.</summary>
    public string Language { get; set; } = "en";

    public bool Active { get; private set; } = true;
    public bool MustChangePassword { get; private set; }

    /// <summary>A one-time password is refused after this.</summary>
    public DateTime? OneTimeUntil { get; private set; }

    public int FailedAttempts { get; private set; }
    public DateTime? LockedUntil { get; private set; }

    /// <summary>A session lives as long as this stays the same: reset, deactivation, new roles and a new password end it.</summary>
    public string SecurityStamp { get; private set; } = NewStamp();

    public required DateTime CreatedAt { get; init; }
    public DateTime? LastSignedInAt { get; private set; }

    /// <summary>Rises with each write; raising it first locks the row.</summary>
    public long Version { get; init; }

    public bool IsLocked(DateTime now) => LockedUntil > now;

    public bool IsExpired(DateTime now) => OneTimeUntil <= now;

    public void GiveOneTimePassword(string hash, DateTime now)
    {
        SetHash(hash);
        (MustChangePassword, OneTimeUntil) = (true, now + OneTimeValidFor);
    }

    public void ChoosePassword(string hash)
    {
        SetHash(hash);
        (MustChangePassword, OneTimeUntil) = (false, null);
    }

    /// <summary>The same password, hashed with today's strength.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    public void SignedIn(DateTime now) => (FailedAttempts, LockedUntil, LastSignedInAt) = (0, null, now);

    public void Failed(DateTime now)
    {
        FailedAttempts++;
        if (FailedAttempts >= MostFailures)
        {
            (FailedAttempts, LockedUntil) = (0, now + LockedFor);
        }
    }

    public void SetRoles(StaffRoles roles)
    {
        if (roles != Roles)
        {
            (Roles, SecurityStamp) = (roles, NewStamp());
        }
    }

    public void Deactivate() => (Active, SecurityStamp) = (false, NewStamp());

    public void Reactivate() => (Active, SecurityStamp) = (true, NewStamp());

    private void SetHash(string hash) =>
        (PasswordHash, SecurityStamp, FailedAttempts, LockedUntil) = (hash, NewStamp(), 0, null);

    private static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    internal sealed class Mapping : IEntityTypeConfiguration<StaffAccount>
    {
        public void Configure(EntityTypeBuilder<StaffAccount> account)
        {
            account.ToTable("staff_account");
            account.Property(a => a.Id).HasMaxLength(64);
            account.Property(a => a.UserName).HasMaxLength(LongestName);
            account.Property(a => a.DisplayName).HasMaxLength(StaffNames.LongestDisplayName);
            account.Property(a => a.Roles).HasMaxLength(64);
            account.Property(a => a.PasswordHash).HasMaxLength(200);
            account.Property(a => a.Language).HasMaxLength(8);
            account.Property(a => a.SecurityStamp).HasMaxLength(32);
            account.HasIndex(a => a.UserName).IsUnique();
        }
    }
}
