using System.Diagnostics;
using Warmline.Benchmarks.Load;
using Warmline.Benchmarks.Report;
using Warmline.Benchmarks.Targets;

namespace Warmline.Benchmarks.Parts;

/// <summary>From the start of the process to the first line of the first answer at the connector.</summary>
internal sealed class FirstAnswer(Options options, Servers servers, Workshop workshop, Journal journal)
{
    private const int Times = 5;

    public async Task RunAsync()
    {
        journal.BeginPlain(
            "From start to the first answer", "Process start until the connector has the first line of the answer to the first message; Release build, files in the disk cache.",
            "what", "median ms", "fastest", "slowest");
        if (options.HasPeers)
        {
            await MeasureAsync("botbuilder 4.23.3 echo (JavaScript)", servers.JavaScriptEchoAsync);
        }

        await MeasureAsync("EchoHost", servers.EchoHostAsync);
        await MeasureAsync("Warmline, SQLite, new database", () => servers.WarmlineAsync(workshop.NewFolder(), null));
        var kept = workshop.NewFolder();
        await MeasureAsync("Warmline, SQLite, database that is there", () => servers.WarmlineAsync(kept, null));
        if (options.Postgres is { } server)
        {
            var database = await PostgresDatabase.CreateAsync(server);
            await MeasureAsync("Warmline, PostgreSQL, database that is there", () => servers.WarmlineAsync(kept, database));
        }
    }

    private async Task MeasureAsync(string what, Func<Task<Target>> start)
    {
        // The first one is not counted: it fills the disk cache and makes the database.
        var took = new List<double>();
        for (var i = 0; i <= (options.IsSmoke ? 1 : Times); i++)
        {
            took.Add(await OnceAsync(start));
        }

        took.RemoveAt(0);
        took.Sort();
        journal.Row(what, Journal.Number(took[took.Count / 2], 0), Journal.Number(took[0], 0), Journal.Number(took[^1], 0));
    }

    private static async Task<double> OnceAsync(Func<Task<Target>> start)
    {
        using var connector = new ConnectorSink();
        var begun = Stopwatch.GetTimestamp();
        await using var server = await start();
        using var line = await HttpLine.OpenAsync(server.Port);
        var customer = new ChannelCustomer(connector, server.Port, $"s{Guid.NewGuid():N}", "hello");
        return await customer.AskAsync(line, 1) is null
            ? throw new InvalidOperationException("The first message was not answered.")
            : Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }
}
