using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Warmline.Handoff.Agents;

namespace Warmline.Handoff.Tests.Desk;

/// <summary>A host as small as can be, with the desk's pages; used as a browser uses them.</summary>
internal sealed partial class DeskHouse : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("warmline-desk-").FullName;
    private readonly WebApplication _app;

    private DeskHouse()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddHandoff();
        builder.Services.Configure<HandoffOptions>(o => o.ConnectionString = $"Data Source={_folder}/warmline.db");
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
        _app = builder.Build();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.UseAntiforgery();
        _app.MapHandoff();
    }

    public Warmline.Handoff.Conversations.ConversationLog Log => _app.Services.GetRequiredService<Warmline.Handoff.Conversations.ConversationLog>();

    public StaffAccounts Accounts => _app.Services.GetRequiredService<StaffAccounts>();

    public static async Task<DeskHouse> OpenAsync()
    {
        var house = new DeskHouse();
        await house._app.Services.MigrateHandoffAsync(HandoffHouse.Cancel);
        await house._app.StartAsync(HandoffHouse.Cancel);
        return house;
    }

    public Browser NewBrowser() => new(_app.GetTestServer());

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
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Keeps cookies, follows no redirect: tests look at them.</summary>
    internal sealed partial class Browser(TestServer server)
    {
        private readonly HttpMessageInvoker _http = new(new CookieContainerHandler { InnerHandler = server.CreateHandler() });

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
