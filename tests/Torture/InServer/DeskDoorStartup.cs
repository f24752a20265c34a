using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(Warmline.Torture.InServer.DeskDoorStartup))]

namespace Warmline.Torture.InServer;

/// <summary>Adds a loopback door for agents to the real product: the desk itself is a Blazor page, too slow to drive a thousand times.</summary>
internal sealed class DeskDoorStartup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services =>
    {
        services.AddSingleton<DeskDoor>();
        services.AddTransient<IStartupFilter, DoorFilter>();
        if (JumpingClock.FromEnvironment() is { } clock)
        {
            services.AddSingleton<TimeProvider>(clock);
        }
    });

    private sealed class DoorFilter(DeskDoor door) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/torture", branch => branch.Run(door.AnswerAsync));
            next(app);
        };
    }
}
