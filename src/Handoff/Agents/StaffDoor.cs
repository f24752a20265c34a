using System.Security.Claims;

namespace Warmline.Handoff.Agents;

/// <summary>For other pages of the host that staff work on: whether the account behind a session may still work at this moment.</summary>
public sealed class StaffDoor
{
    private readonly StaffAccess _access;

    internal StaffDoor(StaffAccess access) => _access = access;

    /// <summary>False once the account was deactivated, reset, given other roles or must choose a password.</summary>
    public async Task<bool> IsStillAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await _access.FindAsync(user, cancellationToken) is { MustChangePassword: false };
}
