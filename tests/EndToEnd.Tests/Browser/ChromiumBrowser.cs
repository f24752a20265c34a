using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Warmline.EndToEnd.Tests.Browser.ChromiumBrowser))]

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>The machine's own Chromium, driven by Playwright. Without one the tests are skipped, and say so.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private const string HowToInstall =
        "No Chromium on this machine. Install it with: apt-get install -y --no-install-recommends chromium fonts-noto-core";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",

        // Sites of tests are on this machine, and other sites than the one at the top get no cookies, as in most browsers now.
        "--host-resolver-rules=MAP *.example 127.0.0.1", "--test-third-party-cookie-phaseout",
    ];

    private readonly string? _path = FindBrowser();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public bool IsThere => _path is not null;

    public async ValueTask InitializeAsync()
    {
        if (!IsThere)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = _path!, Headless = true, Args = Arguments });
    }

    /// <summary>Skips the test when there is nothing to run it with.</summary>
    public void Require() => Assert.SkipUnless(IsThere, HowToInstall);

    /// <summary>A person with a browser of their own: own cookies, own storage.</summary>
    internal async Task<Person> PersonAsync(string language, bool hasPhone = false, bool trustsAnyCertificate = false)
    {
        Require();
        var context = await _browser!.NewContextAsync(new()
        {
            Locale = language,
            IgnoreHTTPSErrors = trustsAnyCertificate,
            TimezoneId = "Europe/Warsaw",
            ViewportSize = hasPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            IsMobile = hasPhone,
            HasTouch = hasPhone,
        });
        context.SetDefaultTimeout(Patience.Milliseconds);
        return new Person(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? FindBrowser()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Prepend("/usr/bin");
        return new[] { "chromium", "chromium-browser", "google-chrome" }
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
