using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Warmline.Knowledge.Editor;

/// <summary>The pages of editors under <c>/knowledge</c>. They know nothing of accounts but a principal: <c>sub</c>, <c>name</c>, <c>role</c>, <c>culture</c>.</summary>
internal static class EditorDoor
{
    public const string Policy = "knowledge-editor";
    public const string IdClaim = "sub";
    public const string RoleClaim = "role";
    private static readonly string[] Roles = ["editor", "admin"];

    public static void AddEditor(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAuthenticatedUser().RequireRole(Roles));
        services.TryAddScoped<EditorSession>();
    }

    public static void MapEditor(this IEndpointRouteBuilder routes)
    {
        routes.MapRazorComponents<EditorApp>().AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null);
        routes.MapGet("/knowledge/alive", () => Results.NoContent());
    }
}
