using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Warmline.Bot.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve. Both are open and tell strangers one word;
/// what is wrong stands in the log.
/// </summary>
internal static class Health
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks();
        return services.AddSingleton<Readiness>();
    }

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", Live);
        endpoints.MapGet("/health", Live);
        endpoints.MapGet("/health/ready", async (HttpResponse response, Readiness readiness) =>
        {
            NeverKept(response);
            var status = await readiness.NowAsync();
            return Results.Text(
                Enum.GetName(status),
                statusCode: status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        });
    }

    private static IResult Live(HttpResponse response)
    {
        NeverKept(response);
        return Results.Text("ok");
    }

    private static void NeverKept(HttpResponse response) => response.Headers.CacheControl = "no-store";
}
