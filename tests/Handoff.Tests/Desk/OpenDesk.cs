using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Desk;
using Warmline.Handoff.Tests.Agents;

namespace Warmline.Handoff.Tests.Desk;

/// <summary>One open desk without its page: what the page shows, and what its agent does.</summary>
internal sealed class OpenDesk : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;

    private OpenDesk(AsyncServiceScope scope) => _scope = scope;

    public DeskBoard Board => _scope.ServiceProvider.GetRequiredService<DeskBoard>();

    public OpenChat Chat => _scope.ServiceProvider.GetRequiredService<OpenChat>();

    public Warmline.Handoff.Desk.Calls.DeskCalls Calls => _scope.ServiceProvider.GetRequiredService<Warmline.Handoff.Desk.Calls.DeskCalls>();

    public Warmline.Handoff.Desk.Answers.ChatAnswers Answers => _scope.ServiceProvider.GetRequiredService<Warmline.Handoff.Desk.Answers.ChatAnswers>();

    public Warmline.Handoff.Desk.Assisting.DeskAssistant Assistant => _scope.ServiceProvider.GetRequiredService<Warmline.Handoff.Desk.Assisting.DeskAssistant>();

    public DeskSession Session => _scope.ServiceProvider.GetRequiredService<DeskSession>();

    /// <summary>A house whose desks can be opened.</summary>
    public static Task<HandoffHouse> HouseAsync(Action<IServiceCollection>? more = null) => HandoffHouse.OpenAsync(services =>
    {
        var host = WebApplication.CreateEmptyBuilder(new());
        services.AddSingleton<IConfiguration>(host.Configuration);
        services.AddSingleton(host.Environment);
        more?.Invoke(services);
        services.AddScoped<SignedIn>();
        services.AddScoped<AuthenticationStateProvider>(sp => sp.GetRequiredService<SignedIn>());
    });

    public static async Task<OpenDesk> OfAsync(HandoffHouse house, string name, StaffRoles roles = StaffRoles.Agent)
    {
        var desk = new OpenDesk(house.Services.CreateAsyncScope());
        desk._scope.ServiceProvider.GetRequiredService<SignedIn>().User = await new Staff(house).HireAsync(name, roles);
        await desk.ReadAsync();
        return desk;
    }

    /// <summary>One round of the page's loop.</summary>
    public async Task ReadAsync()
    {
        await Board.RefreshAsync(HandoffHouse.Cancel);
        await Chat.RefreshAsync(HandoffHouse.Cancel);
    }

    public async Task SeeAsync(string conversation)
    {
        Chat.Open(conversation);
        await ReadAsync();
    }

    public async Task AcceptAsync(string conversation)
    {
        await SeeAsync(conversation);
        Assert.True(await Board.AcceptAsync(Chat.WaitingItem!.Id));
        await ReadAsync();
    }

    /// <summary>A part of the page as it is written now.</summary>
    public async Task<string> HtmlAsync<TPart>() where TPart : IComponent
    {
        await using var page = new HtmlRenderer(_scope.ServiceProvider, NullLoggerFactory.Instance);
        return await page.Dispatcher.InvokeAsync(async () => (await page.RenderComponentAsync<TPart>()).ToHtmlString());
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();

    private sealed class SignedIn : AuthenticationStateProvider
    {
        public ClaimsPrincipal User { get; set; } = new();

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(User));
    }
}
