using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Warmline.Handoff.Agents;
using Warmline.TestSupport;

namespace Warmline.Handoff.Tests.Desk;

/// <summary>A host as small as can be, with the desk's pages; used as a browser uses them.</summary>
internal sealed partial class DeskHouse : IAsyncDisposable
{
    private readonly TestDatabase _stored;
    private readonly bool _isNeighbour;
    private readonly WebApplication _app;

    private DeskHouse(TestDatabase stored, bool isNeighbour)
    {
        (_stored, _isNeighbour) = (stored, isNeighbour);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddHandoff();
        builder.Services.Configure<HandoffOptions>(o => (o.Provider, o.ConnectionString) = (Enum.Parse<DatabaseProvider>(stored.Provider), stored.ConnectionString));
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
        _app = builder.Build();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.UseAntiforgery();
        _app.MapHandoff();
    }

    public Warmline.Handoff.Conversations.ConversationLog Log => _app.Services.GetRequiredService<Warmline.Handoff.Conversations.ConversationLog>();

    public StaffAccounts Accounts => _app.Services.GetRequiredService<StaffAccounts>();

    public static async Task<DeskHouse> OpenAsync() => await StartAsync(new DeskHouse(await TestDatabase.CreateEmptyAsync(), isNeighbour: false));

    public static async Task<DeskHouse> OpenOnPostgresAsync()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "Needs PostgreSQL: build/with-servers.sh dotnet test.");
        return await StartAsync(new DeskHouse(await TestDatabase.OnPostgresAsync("empty", _ => Task.CompletedTask), isNeighbour: false));
    }

    /// <summary>Another node on the same database. Close it first.</summary>
    public Task<DeskHouse> OpenNeighbourAsync() => StartAsync(new DeskHouse(_stored, isNeighbour: true));

    public Browser NewBrowser() => new(_app.GetTestServer(), new CookieContainer());

    /// <summary>The same browser, led to this node.</summary>
    public Browser Lead(Browser browser) => new(_app.GetTestServer(), browser.Cookies);

    /// <summary>A browser of somebody who has signed in and chosen a password.</summary>
    public async Task<Browser> SignedInAsync(string name, StaffRoles roles)
    {
        var oneTime = (AccountResult.OneTimePassword)await Accounts.InviteAsync(name, name, roles, HandoffHouse.Cancel);
        var browser = NewBrowser();
        await browser.SignInAsync(name, oneTime.Password);
        await browser.PostAsync("/desk/change-password", "/desk/session/password", new()
        {
            ["old"] = oneTime.Password,
            ["chosen"] = "a good long one",
            ["again"] = "a good long one",
        });
        return browser;
    }

    public async Task<string> IdOfAsync(string name) => (await Accounts.FindIdAsync(name, HandoffHouse.Cancel))!;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (!_isNeighbour)
        {
            await _stored.DisposeAsync();
        }
    }

    private static async Task<DeskHouse> StartAsync(DeskHouse house)
    {
        await house._app.Services.MigrateHandoffAsync(HandoffHouse.Cancel);
        await house._app.StartAsync(HandoffHouse.Cancel);
        return house;
    }

    /// <summary>Keeps cookies, follows no redirect: tests look at them.</summary>
    internal sealed partial class Browser(TestServer server, CookieContainer cookies)
    {
        private readonly HttpMessageInvoker _http = new(new CookieContainerHandler(cookies) { InnerHandler = server.CreateHandler() });

        public CookieContainer Cookies => cookies;

        public Task<HttpResponseMessage> GetAsync(string path, string? language = null)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.BaseAddress, path));
            request.Headers.AcceptLanguage.ParseAdd(language ?? "en");
            return _http.SendAsync(request, HandoffHouse.Cancel);
        }

        public Task<HttpResponseMessage> SignInAsync(string name, string password, string? to = null) =>
            PostAsync("/desk/sign-in", "/desk/session", new() { ["name"] = name, ["password"] = password, ["to"] = to ?? "" });

        /// <summary>Opens the page, and posts its form.</summary>
        public async Task<HttpResponseMessage> PostAsync(string page, string action, Dictionary<string, string> fields)
        {
            var html = await (await GetAsync(page)).Content.ReadAsStringAsync(HandoffHouse.Cancel);
            fields["__RequestVerificationToken"] = Token().Match(html).Groups[1].Value;
            return await PostBareAsync(action, fields);
        }

        public Task<HttpResponseMessage> PostBareAsync(string action, Dictionary<string, string> fields) =>
            _http.SendAsync(
                new HttpRequestMessage(HttpMethod.Post, new Uri(server.BaseAddress, action)) { Content = new FormUrlEncodedContent(fields) }, HandoffHouse.Cancel);

        /// <summary>Where a page leads: "200", or the path it redirects to.</summary>
        public async Task<string> LeadsToAsync(string path)
        {
            var response = await GetAsync(path);
            return response.StatusCode == HttpStatusCode.OK ? "200" : PathOf(response);
        }

        public static string PathOf(HttpResponseMessage response) => response.Headers.Location is { } location
            ? (location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString)
            : $"{(int)response.StatusCode}";

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
        private static partial Regex Token();
    }
}
