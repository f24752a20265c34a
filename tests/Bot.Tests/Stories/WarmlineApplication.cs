using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Warmline.Bot.Dialogs;
using Warmline.Handoff;
using Warmline.Handoff.Data;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

/// <summary>The whole product on a real port, with a data folder and a database of its own.</summary>
internal sealed class WarmlineApplication : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder;
    private readonly (string Key, string Value)[] _settings;
    private readonly Action<IServiceCollection> _replace;
    private readonly List<(string Story, Customer Customer)> _customers = [];

    private WarmlineApplication(DirectoryInfo folder, (string Key, string Value)[] settings, Action<IServiceCollection>? replace)
    {
        (_folder, _settings, _replace) = (folder, settings, replace ?? (_ => { }));
        UseKestrel(0);
        StartServer();
        Http = CreateClient();
        Agent = new DeskAgent(Services, "Anna");
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public HttpClient Http { get; }

    /// <summary>An agent at the desk; off duty until told otherwise.</summary>
    public DeskAgent Agent { get; }

    public static WarmlineApplication Open(params (string Key, string Value)[] settings) => OpenWith(null, settings);

    public static WarmlineApplication OpenWith(Action<IServiceCollection>? replace, params (string Key, string Value)[] settings) =>
        new(NewFolder(), settings, replace);

    /// <summary>Starts on a folder that is prepared already, and removes it at the end.</summary>
    public static WarmlineApplication OpenOn(DirectoryInfo folder, params (string Key, string Value)[] settings) => new(folder, settings, null);

    public static WarmlineApplication OpenOnWith(DirectoryInfo folder, Action<IServiceCollection> replace, params (string Key, string Value)[] settings) =>
        new(folder, settings, replace);

    public static DirectoryInfo NewFolder() => Directory.CreateTempSubdirectory("warmline-story-");

    public DeskAgent AnotherAgent(string name) => new(Services, name);

    /// <summary>A visitor opens the chat and has been greeted.</summary>
    public async Task<Customer> OpenChatAsync(string language = "en", string? visitorKey = null)
    {
        var customer = await EnterAsync(language, visitorKey);
        await customer.NextTurnAsync(Cancel);
        return customer;
    }

    /// <summary>A visitor opens the chat; the greeting is still to be heard.</summary>
    public async Task<Customer> EnterAsync(string language = "en", string? visitorKey = null)
    {
        var customer = await Customer.OpenAsync(Http, language, visitorKey, Cancel);
        lock (_customers)
        {
            _customers.Add((StoryBook.Now, customer));
        }

        return customer;
    }

    /// <summary>What is stored, for what no page shows yet.</summary>
    public async Task<List<T>> StoredAsync<T>() where T : class
    {
        await using var db = Services.GetRequiredService<HandoffDatabase>().Open();
        return await db.Set<T>().AsNoTracking().ToListAsync(Cancel);
    }

    /// <summary>Words on a button.</summary>
    public static string Label(string key, string language) => Replies.Say(key, language);

    public override async ValueTask DisposeAsync()
    {
        foreach (var (story, customer) in _customers)
        {
            StoryBook.Keep(story, customer);
            await customer.DisposeAsync();
        }

        var database = Services.GetRequiredService<IOptions<HandoffOptions>>().Value;
        await base.DisposeAsync();
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            // Its own pool only: other stories run meanwhile.
            SqliteConnection.ClearPool(new SqliteConnection(database.ConnectionString));
        }

        _folder.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Warmline:DataFolder", _folder.FullName);
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new StoryErrors(TestContext.Current.TestOutputHelper)));
        builder.ConfigureTestServices(_replace);
    }
}
