using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Customers;
using Warmline.Handoff.Data;
using Warmline.Handoff.Delivery;
using Warmline.Handoff.Desk;
using Warmline.Handoff.Files;
using Warmline.Handoff.Observing;
using Warmline.Handoff.Policy;
using Warmline.Handoff.Promises;
using Warmline.Handoff.Queue;
using Warmline.Handoff.Tasks;

namespace Warmline.Handoff;

/// <summary>How a host takes the module in.</summary>
public static class HandoffDoor
{
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(5);

    /// <summary>Adds the log, the queue and the desk. The host binds <see cref="HandoffOptions"/>, <see cref="PolicyOptions"/> and <see cref="CallbackOptions"/>, and implements <see cref="ITaskHandler"/>s.</summary>
    public static IServiceCollection AddHandoff(this IServiceCollection services)
    {
        services.AddOptions<HandoffOptions>()
            .Validate(o => ConversationBellBridge.IsReadable(o.Redis), "Warmline:Redis is not a connection string of Redis.")
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PolicyOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddCallbacks();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<HandoffDatabase>();
        services.TryAddSingleton<ConversationBell>();
        services.AddVerbs();
        services.AddAgents();
        services.AddDesk();
        services.TryAddSingleton<HandoffClock>();
        services.AddHostedService(sp => sp.GetRequiredService<HandoffClock>());
        services.AddObserving();
        services.AddHostedService<ConversationBellBridge>();
        services.AddHostedService<MissedRings>();

        services.TryAddScoped(sp => sp.GetRequiredService<HandoffDatabase>().Open());
        services.AddDataProtection().SetApplicationName("Warmline").PersistKeysToDbContext<HandoffDb>();
        return services;
    }

    /// <summary>Brings the database to the present model. Call before the host starts to serve.</summary>
    public static async Task MigrateHandoffAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = services.GetRequiredService<HandoffDatabase>().Open();
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        if (db is SqliteHandoffDb)
        {
            // One process owns the file: a lock that is there was left by one that was killed while migrating, and nobody else would take it away.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL; DROP TABLE IF EXISTS \"__EFMigrationsLock\";", cancellationToken);
        }

        await MigrateAloneAsync(db, cancellationToken);
    }

    // EF's own lock on PostgreSQL guards a table that is not there yet at the first start: two nodes then migrate at once.
    // This one is the session's: a node that is killed frees it.
    private static async Task MigrateAloneAsync(HandoffDb db, CancellationToken cancellationToken)
    {
        if (db is not PostgresHandoffDb)
        {
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        db.Database.SetCommandTimeout(LongestMigration);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock(hashtext('warmline migrates'))", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock(hashtext('warmline migrates'))", cancellationToken);
    }

    /// <summary>
    /// Maps the desk under <c>/desk</c>. The host also calls <c>MapStaticAssets</c> (or <c>UseStaticFiles</c>) and, before this,
    /// <c>UseAuthentication</c>, <c>UseAuthorization</c> and <c>UseAntiforgery</c>.
    /// </summary>
    public static IEndpointRouteBuilder MapHandoff(this IEndpointRouteBuilder routes)
    {
        routes.MapDesk();
        return routes;
    }

    /// <summary>
    /// Makes the account <c>admin</c> when there is no account yet. The host shows the one-time password once; null when there is nothing to show.
    /// Call after <see cref="MigrateHandoffAsync"/>.
    /// </summary>
    public static Task<string?> EnsureFirstAdminAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<StaffAccounts>().EnsureAdminAsync(cancellationToken);

    /// <summary>For a host's command line, when the last admin forgot: a new one-time password, or null when there is no such account.</summary>
    public static async Task<string?> ResetStaffPasswordAsync(this IServiceProvider services, string userName, CancellationToken cancellationToken)
    {
        var accounts = services.GetRequiredService<StaffAccounts>();
        var id = await accounts.FindIdAsync(userName, cancellationToken);
        return id is not null && await accounts.ResetAsync(id, cancellationToken) is AccountResult.OneTimePassword made ? made.Password : null;
    }

    // Constructors of doors are internal: nobody outside can make one past the container.
    private static void AddVerbs(this IServiceCollection services)
    {
        services.TryAddSingleton(sp => new ConversationLog(
            Database(sp), Bell(sp), Options(sp), Time(sp)));
        services.TryAddSingleton(sp => new BotTurns(Database(sp), Bell(sp), Options(sp), sp.GetRequiredService<CallCalendar>(), Time(sp)));
        services.TryAddSingleton(sp => new DueReaders(Database(sp), Time(sp)));
        services.TryAddSingleton(sp => new KnowledgeTurns(Database(sp), Time(sp)));
        services.TryAddSingleton(sp => new Vouching(Database(sp), Time(sp)));
        services.TryAddSingleton(sp => new ConversationFiles(Database(sp)));
        services.TryAddSingleton(sp => new ChannelArrivals(Database(sp), Options(sp), Time(sp)));
        services.TryAddSingleton(sp => new PushedLines(Database(sp), Bell(sp), Time(sp)));
        services.TryAddSingleton(sp => new SigningKeys(Database(sp), sp.GetRequiredService<IDataProtectionProvider>(), Time(sp)));
        services.TryAddSingleton<ClockSteps>();
        services.AddHostedService(sp => sp.GetRequiredService<ClockSteps>());
        services.TryAddSingleton<QueueWatch>();
        services.TryAddSingleton<WaitingRoom>();
        services.TryAddSingleton<EmptyConversations>();
        services.TryAddSingleton<HouseRound>();
        services.TryAddSingleton<TaskWorker>();
    }

    /// <summary>The checks tagged <c>ready</c> say whether this node can serve.</summary>
    private static void AddObserving(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton<HandoffMetrics>();
        services.TryAddSingleton<StorageTrouble>();
        services.AddHostedService<BacklogWatch>();
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: ["ready"])
            .AddCheck<ClockHealth>("clock", tags: ["ready"]);
    }

    private static void AddAgents(this IServiceCollection services)
    {
        services.TryAddSingleton<Presence>();
        services.TryAddSingleton<AgentConversations>();
        services.TryAddSingleton<Notes>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = Passwords.Rounds);
        services.TryAddSingleton<Passwords>();
        services.TryAddSingleton<StaffAccess>();
        services.TryAddSingleton(sp => new StaffDoor(sp.GetRequiredService<StaffAccess>()));
        services.TryAddSingleton<StaffAccounts>();
        services.TryAddSingleton<StaffSignIn>();
        services.AddStaffSessions();
    }

    private static HandoffDatabase Database(IServiceProvider sp) => sp.GetRequiredService<HandoffDatabase>();

    private static ConversationBell Bell(IServiceProvider sp) => sp.GetRequiredService<ConversationBell>();

    private static IOptions<HandoffOptions> Options(IServiceProvider sp) => sp.GetRequiredService<IOptions<HandoffOptions>>();

    private static TimeProvider Time(IServiceProvider sp) => sp.GetRequiredService<TimeProvider>();
}
