using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Queue;

namespace Warmline.Handoff.Agents;

/// <summary>What an admin does with accounts. Each change that ends sessions rings <see cref="Topic"/>, so that open pages leave at once.</summary>
internal sealed class StaffAccounts(
    HandoffDatabase database, Passwords passwords, QueueWatch queue, ConversationBell bell, TimeProvider time)
{
    public static readonly IReadOnlyList<string> Languages = ["en", "pl", "ru", "fa"];
    private const string FirstAdmin = "admin";

    /// <summary>The bell's topic of one account.</summary>
    public static string Topic(string accountId) => "staff/" + accountId;

    public async Task<IReadOnlyList<StaffAccount>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<StaffAccount>().AsNoTracking().OrderByDescending(a => a.Active).ThenBy(a => a.UserName).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// The one-time password of the first admin, made when there is no account; made anew when it expired and nobody ever signed in. Else null.
    /// </summary>
    public async Task<string?> EnsureAdminAsync(CancellationToken cancellationToken)
    {
        var now = Now();
        await using (var db = database.Open())
        {
            // Nearly every start ends here, and hashes nothing.
            if (!IsAdminWanted(await FirstTwoAsync(db), now))
            {
                return null;
            }
        }

        var password = Passwords.MakeOneTime();
        var hash = passwords.Hash(password);
        var made = await database.WriteAsync(async db =>
        {
            // Read once: between two looks another node may have made the account, and told somebody its password.
            var accounts = await FirstTwoAsync(db);
            if (!IsAdminWanted(accounts, now))
            {
                return false;
            }

            var admin = accounts.SingleOrDefault() ?? Add(db, FirstAdmin, "Admin", StaffRoles.Admin | StaffRoles.Agent, now);
            admin.GiveOneTimePassword(hash, now);
            return true;
        }, cancellationToken);
        return made ? password : null;
    }

    public async Task<AccountResult> InviteAsync(string? userName, string? displayName, StaffRoles roles, CancellationToken cancellationToken)
    {
        var name = StaffNames.Normalise(userName);
        var shown = StaffNames.CleanDisplayName(displayName);
        if (!StaffNames.IsGoodUserName(name) || shown is null || roles == StaffRoles.None)
        {
            return new AccountResult.Refused(
                !StaffNames.IsGoodUserName(name) ? AccountFault.BadUserName : shown is null ? AccountFault.BadDisplayName : AccountFault.NoRole);
        }

        var password = Passwords.MakeOneTime();
        var hash = passwords.Hash(password);
        var now = Now();
        return await database.WriteAsync(async db =>
        {
            if (await db.Set<StaffAccount>().AnyAsync(a => a.UserName == name))
            {
                return new AccountResult.Refused(AccountFault.NameTaken);
            }

            Add(db, name, shown, roles, now).GiveOneTimePassword(hash, now);
            return (AccountResult)new AccountResult.OneTimePassword(password);
        }, cancellationToken);
    }

    /// <summary>A new one-time password; sessions end.</summary>
    public async Task<AccountResult> ResetAsync(string accountId, CancellationToken cancellationToken)
    {
        var password = Passwords.MakeOneTime();
        var hash = passwords.Hash(password);
        var now = Now();
        return await ChangeAsync(accountId, (_, account) =>
        {
            account.GiveOneTimePassword(hash, now);
            return Task.FromResult<AccountResult>(new AccountResult.OneTimePassword(password));
        }, cancellationToken);
    }

    /// <summary>The person is out at once, and their customers wait at their old places. Never the last active admin.</summary>
    public async Task<AccountResult> DeactivateAsync(string accountId, CancellationToken cancellationToken)
    {
        var result = await ChangeAsync(accountId, async (db, account) =>
        {
            if (await IsLastAdminAsync(db, account))
            {
                return new AccountResult.Refused(AccountFault.LastAdmin);
            }

            account.Deactivate();
            await db.Set<AgentPresence>().Where(p => p.AgentId == accountId)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.OnDuty, false));
            return new AccountResult.Done();
        }, cancellationToken);
        if (result is AccountResult.Done)
        {
            await queue.TakeAllFromAsync(accountId, cancellationToken);
        }

        return result;
    }

    public Task<AccountResult> ReactivateAsync(string accountId, CancellationToken cancellationToken) =>
        ChangeAsync(accountId, (_, account) =>
        {
            account.Reactivate();
            return Task.FromResult<AccountResult>(new AccountResult.Done());
        }, cancellationToken);

    /// <summary>Who may no longer see conversations gives theirs back.</summary>
    public async Task<AccountResult> SetRolesAsync(string accountId, StaffRoles roles, CancellationToken cancellationToken)
    {
        if (roles == StaffRoles.None)
        {
            return new AccountResult.Refused(AccountFault.NoRole);
        }

        var result = await ChangeAsync(accountId, async (db, account) =>
        {
            if (!roles.HasFlag(StaffRoles.Admin) && await IsLastAdminAsync(db, account))
            {
                return new AccountResult.Refused(AccountFault.LastAdmin);
            }

            account.SetRoles(roles);
            return new AccountResult.Done();
        }, cancellationToken);
        if (result is AccountResult.Done && roles == StaffRoles.Editor)
        {
            await queue.TakeAllFromAsync(accountId, cancellationToken);
        }

        return result;
    }

    /// <summary>The language of the person's desk.</summary>
    public Task SetLanguageAsync(string accountId, string language, CancellationToken cancellationToken) =>
        Languages.Contains(language)
            ? database.WriteAsync(db => db.Set<StaffAccount>().Where(a => a.Id == accountId)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Language, language)), cancellationToken)
            : throw new ArgumentException($"Unknown language '{language}'.", nameof(language));

    /// <summary>The account's id, for a host's command line.</summary>
    public async Task<string?> FindIdAsync(string userName, CancellationToken cancellationToken)
    {
        var name = StaffNames.Normalise(userName);
        await using var db = database.Open();
        return await db.Set<StaffAccount>().Where(a => a.UserName == name).Select(a => a.Id).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Reads an account so that nobody else changes it until the transaction ends.</summary>
    internal static async Task<StaffAccount> LockAsync(HandoffDb db, string accountId)
    {
        await db.Set<StaffAccount>().Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Version, a => a.Version + 1));
        return await db.Set<StaffAccount>().SingleAsync(a => a.Id == accountId);
    }

    // All rows at once, in one statement: two admins who deactivate each other come one after the other.
    private static Task<List<StaffAccount>> FirstTwoAsync(HandoffDb db) => db.Set<StaffAccount>().OrderBy(account => account.UserName).Take(2).ToListAsync();

    private static bool IsAdminWanted(List<StaffAccount> accounts, DateTime now) =>
        !accounts.Exists(account => account.UserName != FirstAdmin || account.LastSignedInAt != null || account.OneTimeUntil > now);

    private async Task<AccountResult> ChangeAsync(
        string accountId, Func<HandoffDb, StaffAccount, Task<AccountResult>> change, CancellationToken cancellationToken)
    {
        var result = await database.WriteAsync(async db =>
        {
            await db.Set<StaffAccount>().ExecuteUpdateAsync(set => set.SetProperty(a => a.Version, a => a.Version + 1));
            var account = await db.Set<StaffAccount>().SingleOrDefaultAsync(a => a.Id == accountId);
            return account is null ? new AccountResult.Refused(AccountFault.Unknown) : await change(db, account);
        }, cancellationToken);
        bell.Ring(Topic(accountId));
        return result;
    }

    private static async Task<bool> IsLastAdminAsync(HandoffDb db, StaffAccount account)
    {
        var others = await db.Set<StaffAccount>().AsNoTracking().Where(a => a.Active && a.Id != account.Id).ToListAsync();
        return account.Active && account.Roles.HasFlag(StaffRoles.Admin) && !others.Exists(a => a.Roles.HasFlag(StaffRoles.Admin));
    }

    private static StaffAccount Add(HandoffDb db, string userName, string displayName, StaffRoles roles, DateTime now)
    {
        var account = new StaffAccount
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)).ToString("N"),
            UserName = userName,
            DisplayName = displayName,
            CreatedAt = now,
        };
        account.SetRoles(roles);
        db.Add(account);
        return account;
    }

    private DateTime Now() => time.GetUtcNow().UtcDateTime;
}
