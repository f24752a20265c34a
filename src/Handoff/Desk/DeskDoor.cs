using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Warmline.Handoff.Desk.Answers;
using Warmline.Handoff.Desk.Assisting;
using Warmline.Handoff.Desk.Calls;

namespace Warmline.Handoff.Desk;

/// <summary>The pages of agents and admins under <c>/desk</c>.</summary>
internal static class DeskDoor
{
    public static void AddDesk(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.TryAddSingleton<SignInLimiter>();
        services.TryAddSingleton<DeskLists>();

        // One of each per open page.
        services.TryAddScoped<DeskSession>();
        services.TryAddScoped<DeskBoard>();
        services.TryAddScoped<OpenChat>();
        services.TryAddScoped<DeskCalls>();
        services.TryAddScoped<ChatAnswers>();
        services.TryAddScoped<DeskAssistant>();
        services.TryAddScoped<DeskConnection>();
        services.AddScoped<CircuitHandler>(sp => sp.GetRequiredService<DeskConnection>());
    }

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        // The root page sets one complete content security policy; the default of the renderer would be a second one.
        routes.MapRazorComponents<DeskApp>().AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null);
        routes.MapSession();
        routes.MapDeskFiles();
        routes.MapGet("/desk/alive", () => Results.NoContent());
    }
}
