using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Warmline.Bot.Observing;

internal static class Telemetry
{
    /// <summary>OpenTelemetry's own variable, also as a setting; its sister variables (protocol, headers, interval) work too.</summary>
    public const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Meters =
    [
        RoomTimes.MeterName,
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting",
        "System.Net.Http", "System.Runtime",
    ];

    /// <summary>What is measured, and where it is sent. Nobody listens, and nothing is sent, until an endpoint is given.</summary>
    public static IServiceCollection AddObserving(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RoomTimes>();
        services.AddSingleton<TurnDiary>();
        services.AddSingleton<OpenStreams>();
        services.AddDiscreetLogs(configuration);
        if (!string.IsNullOrWhiteSpace(configuration[EndpointSetting]))
        {
            services.AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService("warmline"))
                .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
        }

        return services;
    }
}
