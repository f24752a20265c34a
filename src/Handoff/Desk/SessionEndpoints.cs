using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Warmline.Handoff.Agents;

namespace Warmline.Handoff.Desk;

/// <summary>Signing in and out, and what else the static pages post. Everything answers with a page, never with a bare code.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/desk/session")
            .WithMetadata(new RequireAntiforgeryTokenAttribute(required: true))
            .AddEndpointFilter(AskAgainWhenStaleAsync);
        session.MapPost("", SignInAsync);
        session.MapPost("end", (Delegate)EndAsync);
        session.MapPost("password", ChangePasswordAsync).RequireAuthorization();
        session.MapPost("language", SetLanguageAsync).RequireAuthorization();
    }

    // A form from before a sign-in, a sign-out or a new key: nothing was done, the person tries again on a fresh page.
    private static async ValueTask<object?> AskAgainWhenStaleAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
            ? await next(context)
            : To(StaffCookies.SignInPath, "stale");

    private static async Task<IResult> SignInAsync(HttpContext http, StaffSignIn door, SignInLimiter limiter, ILoggerFactory logs)
    {
        if (!limiter.MayTry(http))
        {
            DeskLog.SignInsPutOff(logs.CreateLogger(typeof(SessionEndpoints)));
            return To(StaffCookies.SignInPath, "slow_down");
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        switch (await door.SignInAsync(form["name"], form["password"], http.RequestAborted))
        {
            case SignInResult.Ok ok:
                await http.SignInAsync(StaffPrincipal.Scheme, ok.Principal);
                return Results.LocalRedirect(Target(form["to"], ok.Principal));
            case SignInResult.MustChange first:
                await http.SignInAsync(StaffPrincipal.Scheme, first.Principal);
                return Results.LocalRedirect(Keeping(StaffCookies.ChangePasswordPath, form["to"]));
            default:
                return To(StaffCookies.SignInPath, "wrong", form["to"]);
        }
    }

    private static async Task<IResult> ChangePasswordAsync(HttpContext http, StaffSignIn door)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["chosen"] != form["again"])
        {
            return To(StaffCookies.ChangePasswordPath, "differ", form["to"]);
        }

        switch (await door.ChangePasswordAsync(StaffPrincipal.IdOf(http.User)!, form["old"], form["chosen"], http.RequestAborted))
        {
            case ChangeResult.Changed changed:
                await http.SignInAsync(StaffPrincipal.Scheme, changed.Principal);
                return Results.LocalRedirect(Target(form["to"], changed.Principal));
            case ChangeResult.BadPassword bad:
                return To(StaffCookies.ChangePasswordPath, bad.Fault.ToString(), form["to"]);
            case ChangeResult.SameAsBefore:
                return To(StaffCookies.ChangePasswordPath, "same", form["to"]);
            default:
                return To(StaffCookies.ChangePasswordPath, "wrong", form["to"]);
        }
    }

    private static async Task<IResult> SetLanguageAsync(HttpContext http, StaffAccounts accounts)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (StaffAccounts.Languages.Contains(form["language"].ToString()))
        {
            await accounts.SetLanguageAsync(StaffPrincipal.IdOf(http.User)!, form["language"]!, http.RequestAborted);
        }

        return Results.LocalRedirect(Target(form["to"], http.User));
    }

    private static async Task<IResult> EndAsync(HttpContext http)
    {
        await http.SignOutAsync(StaffPrincipal.Scheme);
        return Results.LocalRedirect(StaffCookies.SignInPath);
    }

    // Only into this very house: "//elsewhere" and "/\elsewhere" leave it.
    private static string Target(string? wished, ClaimsPrincipal user) =>
        wished is ['/', not ('/' or '\\'), ..] && !wished.Any(char.IsControl) ? wished
        : user.IsInRole(StaffRole.Agent) || user.IsInRole(StaffRole.Supervisor) || user.IsInRole(StaffRole.Admin) ? "/desk"
        : StaffCookies.NoAccessPath;

    private static IResult To(string path, string problem, string? wished = null) => Results.LocalRedirect(Keeping($"{path}?problem={problem}", wished));

    // Where somebody wanted to go is not forgotten over a mistyped or a first password.
    private static string Keeping(string path, string? wished) => string.IsNullOrEmpty(wished) ? path : QueryHelpers.AddQueryString(path, "to", wished);
}
