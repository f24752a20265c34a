using System.Security.Claims;

namespace Warmline.Handoff.Agents;

/// <summary>The claims of a staff session.</summary>
internal static class StaffPrincipal
{
    public const string Scheme = "staff";
    public const string Id = "sub";
    public const string Name = "name";
    public const string Role = "role";
    public const string Culture = "culture";
    public const string Stamp = "stamp";
    public const string MustChange = "must_change";

    /// <summary>Who must choose a password first has no role until then.</summary>
    public static ClaimsPrincipal Of(StaffAccount account)
    {
        var identity = new ClaimsIdentity(
            [new(Id, account.Id), new(Name, account.DisplayName), new(Culture, account.Language), new(Stamp, account.SecurityStamp)], Scheme, Name, Role);
        if (account.MustChangePassword)
        {
            identity.AddClaim(new(MustChange, "1"));
        }
        else
        {
            identity.AddClaims(StaffRole.Names(account.Roles).Select(role => new Claim(Role, role)));
        }

        return new ClaimsPrincipal(identity);
    }

    public static string? IdOf(ClaimsPrincipal user) => user.FindFirstValue(Id);

    public static bool MustChangePassword(ClaimsPrincipal user) => user.HasClaim(MustChange, "1");
}
