using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Knowledge.Data;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Tests;

/// <summary>A host with the knowledge module on a SQLite file of its own, as the bot runs it.</summary>
internal sealed class KnowledgeShop : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("warmline-knowledge-").FullName;
    private readonly ServiceProvider _services;

    public KnowledgeShop()
    {
        _services = Host(options => { });
    }

    public Dictionary<string, string> Values { get; } = new() { ["returns.windowDays"] = "14", ["returns.refundDays"] = "7" };

    public string ConnectionString => $"Data Source={Path.Combine(_folder, "warmline.db")}";

    public KnowledgeAnswers Answers => _services.GetRequiredService<KnowledgeAnswers>();

    public IServiceProvider Services => _services;

    public static async Task<KnowledgeShop> OpenAsync()
    {
        var shop = new KnowledgeShop();
        await shop.Services.MigrateKnowledgeAsync(TestContext.Current.CancellationToken);
        return shop;
    }

    /// <summary>Another process on the same file.</summary>
    public ServiceProvider Host(Action<KnowledgeOptions> more) => new ServiceCollection().AddKnowledge(options =>
    {
        options.ConnectionString = ConnectionString;
        options.Placeholders = () => Values;
        more(options);
    }).BuildServiceProvider();

    public KnowledgeDb Db() => _services.GetRequiredService<KnowledgeDatabase>().Open();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        Directory.Delete(_folder, recursive: true);
    }
}
