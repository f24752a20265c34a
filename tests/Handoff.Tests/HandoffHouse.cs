using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Queue;
using Warmline.TestSupport;

namespace Warmline.Handoff.Tests;

/// <summary>The module on a database of its own, with a clock that stands still until it is told otherwise.</summary>
internal sealed class HandoffHouse : IAsyncDisposable
{
    private readonly TestDatabase _stored;
    private readonly bool _isNeighbour;

    private HandoffHouse(
        TestDatabase stored, HandoffHouse? neighbour, Action<IServiceCollection>? configure, Action<HandoffOptions>? options)
    {
        (_stored, _isNeighbour) = (stored, neighbour is not null);
        Clock = neighbour?.Clock ?? Clock;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddHandoff();
        services.Configure<HandoffOptions>(o => (o.Provider, o.ConnectionString) = (Enum.Parse<DatabaseProvider>(stored.Provider), stored.ConnectionString));
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
        services.Configure(options ?? (_ => { }));
        configure?.Invoke(services);
        Services = services.BuildServiceProvider();
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public ServiceProvider Services { get; }

    public ConversationLog Log => Services.GetRequiredService<ConversationLog>();

    public BotTurns Turns => Services.GetRequiredService<BotTurns>();

    public DueReaders Due => Services.GetRequiredService<DueReaders>();

    public AgentConversations Agents => Services.GetRequiredService<AgentConversations>();

    public WaitingRoom Room => Services.GetRequiredService<WaitingRoom>();

    public Presence Presence => Services.GetRequiredService<Presence>();

    public QueueWatch Watch => Services.GetRequiredService<QueueWatch>();

    public ConversationBell Bell => Services.GetRequiredService<ConversationBell>();

    public Warmline.Handoff.Files.ConversationFiles Files => Services.GetRequiredService<Warmline.Handoff.Files.ConversationFiles>();

    public HandoffDatabase Database => Services.GetRequiredService<HandoffDatabase>();

    public static async Task<HandoffHouse> OpenAsync(Action<IServiceCollection>? configure = null, Action<HandoffOptions>? options = null) =>
        await OpenOnAsync(await TestDatabase.CreateAsync("handoff", MigratePostgresAsync), configure, options);

    /// <summary>A house on PostgreSQL, which several nodes can share; the test is skipped where there is none.</summary>
    public static async Task<HandoffHouse> OpenOnPostgresAsync(Action<IServiceCollection>? configure = null, Action<HandoffOptions>? options = null)
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "Needs PostgreSQL: build/with-servers.sh dotnet test.");
        return await OpenOnAsync(await TestDatabase.OnPostgresAsync("handoff", MigratePostgresAsync), configure, options);
    }

    /// <summary>A house on a PostgreSQL database without a table.</summary>
    public static async Task<HandoffHouse> OpenUnmadeAsync()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "Needs PostgreSQL: build/with-servers.sh dotnet test.");
        return new HandoffHouse(await TestDatabase.OnPostgresAsync("unmade", _ => Task.CompletedTask), null, null, null);
    }

    /// <summary>Another node on the same database, under the same clock. Close it first.</summary>
    public HandoffHouse OpenNeighbour(Action<IServiceCollection>? configure = null, Action<HandoffOptions>? options = null) =>
        new(_stored, this, configure, options);

    private static async Task<HandoffHouse> OpenOnAsync(TestDatabase stored, Action<IServiceCollection>? configure, Action<HandoffOptions>? options)
    {
        var house = new HandoffHouse(stored, null, configure, options);
        await house.Services.MigrateHandoffAsync(Cancel);
        return house;
    }

    private static async Task MigratePostgresAsync(string connection)
    {
        await using var db = new PostgresHandoffDb(Providers.Postgres(connection));
        await db.Database.MigrateAsync(Cancel);
    }

    public async Task<string> StartAsync(string id = "c1", string language = "en", string? address = null)
    {
        await Log.StartAsync(new NewConversation(id, "directline", $"dl_{id}", null, language, address), Cancel);
        return id;
    }

    public async Task<Line> CustomerSaysAsync(string conversation, string text, string? key = null) =>
        (await Log.AppendAsync(conversation, new CustomerLine(LineKind.Said, text, null, key, null, null), Cancel))!;

    /// <summary>The bot reads everything and says the texts, with a move if there is one.</summary>
    public async Task<CommitResult> BotTurnAsync(string conversation, Move? move = null, params string[] texts)
    {
        var input = (await Turns.LoadAsync(conversation, Cancel))!;
        return await Turns.CommitTurnAsync(Answer(input, move, texts), Cancel);
    }

    public static Turn Answer(TurnInput input, Move? move = null, params string[] texts) =>
        new(input.ConversationId, input.Epoch, input.Cursor, input.LastSeq)
        {
            Lines = [.. texts.Select(t => new BotLine(LineKind.Said, t))],
            Move = move,
        };

    /// <summary>A customer who waits for a person; answers with the queue item.</summary>
    public async Task<QueueItem> WaitingAsync(string conversation = "c1", string language = "en")
    {
        await StartAsync(conversation, language);
        await CustomerSaysAsync(conversation, "I want a person");
        await BotTurnAsync(conversation, new Move.RequestHandoff("asked", ["person"]), "Of course.");
        return (await Room.WaitingAsync(Cancel)).Single(i => i.ConversationId == conversation);
    }

    public async Task<IReadOnlyList<Line>> LinesAsync(string conversation) => await Log.ReadAsync(conversation, 0, 10_000, Cancel);

    public async Task<ConversationView> ViewAsync(string conversation) => (await Room.ViewAsync(conversation, Cancel))!;

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (!_isNeighbour)
        {
            await _stored.DisposeAsync();
        }
    }
}
