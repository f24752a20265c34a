using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff.Agents;

namespace Warmline.Handoff.Tests.Agents;

/// <summary>People of the shop, made as an admin makes them.</summary>
internal sealed class Staff(HandoffHouse house)
{
    public const string Password = "a good long one";

    public StaffAccounts Accounts => house.Services.GetRequiredService<StaffAccounts>();

    public StaffSignIn Door => house.Services.GetRequiredService<StaffSignIn>();

    public StaffAccess Access => house.Services.GetRequiredService<StaffAccess>();

    /// <summary>Invites; answers with the one-time password.</summary>
    public async Task<string> InviteAsync(string name, StaffRoles roles = StaffRoles.Agent) =>
        Assert.IsType<AccountResult.OneTimePassword>(await Accounts.InviteAsync(name, name.ToUpperInvariant(), roles, HandoffHouse.Cancel)).Password;

    /// <summary>Invites, and chooses <see cref="Password"/>; answers with a session.</summary>
    public async Task<ClaimsPrincipal> HireAsync(string name, StaffRoles roles = StaffRoles.Agent)
    {
        var oneTime = await InviteAsync(name, roles);
        var first = Assert.IsType<SignInResult.MustChange>(await SignInAsync(name, oneTime)).Principal;
        var changed = await Door.ChangePasswordAsync(StaffPrincipal.IdOf(first)!, oneTime, Password, HandoffHouse.Cancel);
        return Assert.IsType<ChangeResult.Changed>(changed).Principal;
    }

    public Task<SignInResult> SignInAsync(string name, string password) => Door.SignInAsync(name, password, HandoffHouse.Cancel);

    public async Task<StaffAccount> FindAsync(string name) => (await Accounts.ListAsync(HandoffHouse.Cancel)).Single(a => a.UserName == name);
}
