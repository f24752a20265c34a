using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Warmline.Knowledge.Articles.Editing;
using Warmline.Knowledge.EditorDesk.Writing;

namespace Warmline.Knowledge.EditorDesk;

/// <summary>The pages of editors under <c>/knowledge</c>. They know nothing of accounts but a principal: <c>sub</c>, <c>name</c>, <c>role</c>, <c>culture</c>.</summary>
internal static class EditorDoor
{
    public const string Policy = "knowledge-editor";
    public const string IdClaim = "sub";
    public const string RoleClaim = "role";
    private const string Root = "/knowledge";
    private const long LongestMessage = 256 * 1024;
    private static readonly string[] Roles = ["editor", "admin"];

    public static void AddEditor(this IServiceCollection services)
    {
        // An answer of full length in three-byte letters is more than the hub takes by default.
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = LongestMessage);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAuthenticatedUser().RequireRole(Roles));
        services.TryAddScoped<EditorSession>();
        services.TryAddScoped<ArticleBoard>();
        services.TryAddSingleton<TrialQuestions>();
    }

    public static void MapEditor(this IEndpointRouteBuilder routes)
    {
        // A group of its own: other pages of the host have a connection at the root already.
        var pages = routes.MapGroup(Root);
        pages.MapRazorComponents<EditorApp>().AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null).RequireAuthorization(Policy);
        pages.MapGet("/alive", () => Results.NoContent());
        pages.MapDownload();
    }
}
