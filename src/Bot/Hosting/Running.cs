using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Warmline.Bot.Understanding;
using Warmline.Handoff;
using Warmline.Knowledge;

namespace Warmline.Bot.Hosting;

/// <summary>Starting and stopping, with a plain sentence for each thing that can be wrong with the machine.</summary>
internal static class Running
{
    private const int SqlError = 1;
    private const int ReadOnlyDatabase = 8;
    private const int DiskTrouble = 10;
    private const int CannotOpenDatabase = 14;

    /// <summary>The start page leads to the demo shop.</summary>
    public static void MapStart(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", () => Results.Redirect("/demo"));
    }

    /// <summary>Prepares the database, serves until stopped, and answers the exit code.</summary>
    public static async Task<int> RunUntilStoppedAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            // A wrong setting is told at once, before anything is touched.
            app.Services.GetRequiredService<IStartupValidator>().Validate();

            // What was learned is read while the database is looked at: each takes half a second.
            var learned = Task.Run(app.Services.GetRequiredService<Understander>, stopping);
            await app.Services.MigrateHandoffAsync(stopping);
            await app.Services.MigrateKnowledgeAsync(stopping);
            await learned;
            await app.StartAsync(stopping);

            // Only now: a start that fails on the way must not make a password that nobody sees.
            Announce(app, await app.Services.EnsureFirstAdminAsync(stopping));
            await app.WaitForShutdownAsync(CancellationToken.None);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while it started: whoever is served already is served to the end.
            await app.StopAsync(CancellationToken.None);
        }

        return 0;
    }

    /// <summary>Does everything there is to do with the application; what is wrong with the machine or the settings is said in a sentence.</summary>
    public static async Task<int> PlainlyAsync(this WebApplication app, Func<Task<int>> everything)
    {
        try
        {
            return await everything();
        }
        catch (Exception error) when (Explain(error, app.Configuration) is { } explanation)
        {
            await Console.Error.WriteLineAsync($"Warmline did not start. {explanation}");
            return 1;
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    private static void Announce(WebApplication app, string? password)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.FirstOrDefault() ?? "";
        Console.WriteLine($"""

            Warmline is running.
              Shop with the chat   {address}/demo
              Agents' desk         {address}/desk
            """);
        if (password is not null)
        {
            Console.WriteLine($"  First sign-in        user admin, one-time password {password}");
        }

        Console.WriteLine();
    }

    private static string? Explain(Exception error, IConfiguration configuration) => error switch
    {
        OptionsValidationException options => $"A setting is wrong: {string.Join("; ", options.Failures)}",
        InvalidOperationException { InnerException: FormatException or ArgumentException } unreadable => $"A setting is wrong: {unreadable.Message}",
        SqliteException { SqliteErrorCode: ReadOnlyDatabase or DiskTrouble or CannotOpenDatabase } sqlite =>
            $"The database file can't be written ({sqlite.Message.TrimEnd('.')}). Check the rights on it and on its folder.",
        SqliteException { SqliteErrorCode: SqlError } sqlite =>
            $"The database was made by another version of Warmline ({sqlite.Message.TrimEnd('.')}). Start that version, or name another data folder.",
        UnauthorizedAccessException denied => denied.Message,
        InvalidDataException damaged => damaged.Message,
        IOException io when IsAddressInUse(io) =>
            $"The address {configuration["Urls"]} is taken by another program. Choose another one, such as --urls http://localhost:5081",
        _ => null,
    };

    private static bool IsAddressInUse(Exception? error) =>
        error is not null && (error is Microsoft.AspNetCore.Connections.AddressInUseException || IsAddressInUse(error.InnerException));
}
