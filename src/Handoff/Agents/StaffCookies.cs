using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Warmline.Handoff.Agents;

/// <summary>The session of a staff account: a cookie, checked against the account on every request.</summary>
internal static class StaffCookies
{
    public const string DeskPolicy = "desk";
    public const string StaffPolicy = "staff";
    public const string AdminPolicy = "admin";
    public const string SignInPath = "/desk/sign-in";
    public const string ChangePasswordPath = "/desk/change-password";
    public const string NoAccessPath = "/desk/no-access";

    public static void AddStaffSessions(this IServiceCollection services)
    {
        services.AddAuthentication(StaffPrincipal.Scheme).AddCookie(StaffPrincipal.Scheme, Configure);
        services.AddAuthorizationBuilder()
            .AddPolicy(DeskPolicy, policy => Require(policy, StaffRole.MayUseDesk))
            .AddPolicy(StaffPolicy, policy => Require(policy, StaffRole.All))
            .AddPolicy(AdminPolicy, policy => Require(policy, [StaffRole.Admin]));
    }

    private static void Require(AuthorizationPolicyBuilder policy, IEnumerable<string> roles) =>
        policy.AddAuthenticationSchemes(StaffPrincipal.Scheme).RequireAuthenticatedUser().RequireRole(roles);

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "warmline-staff";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.Path = "/";
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = SignInPath;
        cookie.ReturnUrlParameter = "to";
        cookie.Events.OnValidatePrincipal = ValidateAsync;
        cookie.Events.OnRedirectToAccessDenied = Denied;
    }

    // No cache: one read by key is cheaper than a minute in which somebody dismissed still reads.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var access = context.HttpContext.RequestServices.GetRequiredService<StaffAccess>();
        var account = await access.FindAsync(context.Principal!, context.HttpContext.RequestAborted);
        if (account is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(StaffPrincipal.Scheme);
        }
        else if (account.Language != context.Principal!.FindFirstValue(StaffPrincipal.Culture))
        {
            context.ReplacePrincipal(StaffPrincipal.Of(account));
            context.ShouldRenew = true;
        }
    }

    private static Task Denied(RedirectContext<CookieAuthenticationOptions> context)
    {
        var path = StaffPrincipal.MustChangePassword(context.HttpContext.User) ? ChangePasswordPath : NoAccessPath;
        context.Response.Redirect(context.Request.PathBase + path);
        return Task.CompletedTask;
    }
}
