using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Agents;

/// <summary>The one place that says who somebody is now. Reads the account each time: a deactivated person is out at once.</summary>
internal sealed class StaffAccess(HandoffDatabase database)
{
    /// <summary>The account behind a session, or null when the session has ended.</summary>
    public async Task<StaffAccount?> FindAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (StaffPrincipal.IdOf(user) is not { } id)
        {
            return null;
        }

        await using var db = database.Open();
        var account = await db.Set<StaffAccount>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        return account is { Active: true } && account.SecurityStamp == user.FindFirstValue(StaffPrincipal.Stamp) ? account : null;
    }

    /// <summary>The agent who may see conversations, or null.</summary>
    public async Task<StaffAccount?> FindAtDeskAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await FindAsync(user, cancellationToken) is { MustChangePassword: false } account
        && StaffRole.Names(account.Roles).Intersect(StaffRole.MayUseDesk).Any() ? account : null;

    /// <summary>The admin who may change accounts, or null.</summary>
    public async Task<StaffAccount?> FindAdminAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await FindAsync(user, cancellationToken) is { MustChangePassword: false } account
        && account.Roles.HasFlag(StaffRoles.Admin) ? account : null;
}
