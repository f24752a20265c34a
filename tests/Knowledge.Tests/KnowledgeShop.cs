using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Warmline.Knowledge.Data;
using Warmline.Knowledge.Search;
using Warmline.TestSupport;

namespace Warmline.Knowledge.Tests;

/// <summary>A host with the knowledge module on a database of its own, as the bot runs it.</summary>
internal sealed class KnowledgeShop : IAsyncDisposable
{
    private readonly TestDatabase _stored;
    private readonly ServiceProvider _services;

    private KnowledgeShop(TestDatabase stored)
    {
        _stored = stored;
        _services = Host(options => { });
    }

    public Dictionary<string, string> Values { get; } = ShopValues("14", "7");

    /// <summary>Of every host of this shop: a Monday in winter, noon in Warsaw.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 2, 2, 11, 0, 0, TimeSpan.Zero));

    public KnowledgeAnswers Answers => _services.GetRequiredService<KnowledgeAnswers>();

    public IServiceProvider Services => _services;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What the bot's shop gives for placeholders.</summary>
    public static Dictionary<string, string> ShopValues(string windowDays, string refundDays)
    {
        var values = new Dictionary<string, string> { ["returns.windowDays"] = windowDays, ["returns.refundDays"] = refundDays };
        foreach (var language in (string[])["en", "pl", "ru", "fa"])
        {
            (values[$"returns.exclusions.{language}"], values[$"returns.shipping.{language}"]) = ("vouchers", "The shop pays.");
        }

        return values;
    }

    public static async Task<KnowledgeShop> OpenAsync()
    {
        var shop = new KnowledgeShop(await TestDatabase.CreateAsync("knowledge", MigratePostgresAsync));
        await shop.Services.MigrateKnowledgeAsync(Cancel);
        return shop;
    }

    /// <summary>On a database without a table.</summary>
    public static async Task<KnowledgeShop> OpenEmptyAsync() => new(await TestDatabase.CreateEmptyAsync());

    /// <summary>Another process on the same database.</summary>
    public ServiceProvider Host(Action<KnowledgeOptions> more) => new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddKnowledge(options =>
    {
        (options.Provider, options.ConnectionString) = (_stored.Provider, _stored.ConnectionString);
        options.Placeholders = () => Values;
        more(options);
    }).BuildServiceProvider();

    public KnowledgeDb Db() => _services.GetRequiredService<KnowledgeDatabase>().Open();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _stored.DisposeAsync();
    }

    private static async Task MigratePostgresAsync(string connection)
    {
        await using var db = new PostgresKnowledgeDb(KnowledgeDatabase.Postgres(connection));
        await db.Database.MigrateAsync(Cancel);
    }
}
