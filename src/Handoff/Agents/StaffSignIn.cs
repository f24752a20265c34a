using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Agents;

/// <summary>Proving who one is, and choosing a password.</summary>
internal sealed class StaffSignIn(HandoffDatabase database, Passwords passwords, TimeProvider time)
{
    /// <summary>Wrong, unknown, deactivated and expired answer alike and cost alike.</summary>
    public async Task<SignInResult> SignInAsync(string? userName, string? password, CancellationToken cancellationToken)
    {
        var name = StaffNames.Normalise(userName);
        var seen = await FindAsync(a => a.UserName == name, cancellationToken);
        var check = passwords.Check(seen, password ?? "");
        if (seen is null)
        {
            return new SignInResult.Wrong();
        }

        var rehash = check == PasswordVerificationResult.SuccessRehashNeeded ? passwords.Hash(password!) : null;
        var now = Now();
        return await database.WriteAsync(async db =>
        {
            var account = await StaffAccounts.LockAsync(db, seen.Id);
            if (account.IsLocked(now))
            {
                return new SignInResult.Locked(account.LockedUntil!.Value);
            }

            if (check == PasswordVerificationResult.Failed || account.PasswordHash != seen.PasswordHash || !account.Active || account.IsExpired(now))
            {
                account.Failed(now);
                return new SignInResult.Wrong();
            }

            account.SignedIn(now);
            account.Rehash(rehash ?? account.PasswordHash);
            var principal = StaffPrincipal.Of(account);
            return account.MustChangePassword ? new SignInResult.MustChange(principal) : (SignInResult)new SignInResult.Ok(principal);
        }, cancellationToken);
    }

    /// <summary>The person chooses a new password, knowing the old one. Every other session of theirs ends.</summary>
    public async Task<ChangeResult> ChangePasswordAsync(string accountId, string? old, string? chosen, CancellationToken cancellationToken)
    {
        var seen = await FindAsync(a => a.Id == accountId, cancellationToken);
        if (seen is null)
        {
            return new ChangeResult.WrongPassword();
        }

        if (Passwords.Judge(seen.UserName, chosen ?? "") is var fault and not PasswordFault.None)
        {
            return new ChangeResult.BadPassword(fault);
        }

        var check = passwords.Check(seen, old ?? "");
        var hash = check == PasswordVerificationResult.Failed ? "" : passwords.Hash(chosen!);
        var now = Now();
        return await database.WriteAsync(async db =>
        {
            var account = await StaffAccounts.LockAsync(db, accountId);
            if (!account.Active || account.IsLocked(now))
            {
                return new ChangeResult.WrongPassword();
            }

            if (hash.Length == 0 || account.PasswordHash != seen.PasswordHash)
            {
                account.Failed(now);
                return new ChangeResult.WrongPassword();
            }

            if (old == chosen)
            {
                return new ChangeResult.SameAsBefore();
            }

            account.ChoosePassword(hash);
            return (ChangeResult)new ChangeResult.Changed(StaffPrincipal.Of(account));
        }, cancellationToken);
    }

    private async Task<StaffAccount?> FindAsync(
        System.Linq.Expressions.Expression<Func<StaffAccount, bool>> which, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<StaffAccount>().AsNoTracking().SingleOrDefaultAsync(which, cancellationToken);
    }

    private DateTime Now() => time.GetUtcNow().UtcDateTime;
}
