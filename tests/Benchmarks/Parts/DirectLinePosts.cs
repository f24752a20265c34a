using Warmline.Benchmarks.Load;
using Warmline.Benchmarks.Report;
using Warmline.Benchmarks.Targets;

namespace Warmline.Benchmarks.Parts;

/// <summary>Direct Line: how many posts are acknowledged, and how long from a post to the answer on the socket.</summary>
internal sealed class DirectLinePosts(Meter meter, Options options, Servers servers, Workshop workshop, Journal journal)
{
    private const string Text = "hello";

    public async Task RunAsync()
    {
        journal.Begin(
            "Direct Line: posts", "acknowledged posts",
            "POST …/activities, each client in its own conversation. offline-directline waits for its bot before it answers; ours store and acknowledge, and the bot answers beside.");
        await OverAllAsync(PostsAsync, bot: false);
        journal.Begin(
            "Direct Line: round trip", "answered posts",
            "From a post to the bot's whole answer on the client's WebSocket. offline-directline has no socket: there the client polls by GET.");
        await OverAllAsync(RoundTripsAsync, bot: true);
    }

    private bool IsWanted(string what) => what.Contains(options.Only, StringComparison.Ordinal);

    private async Task OverAllAsync(Func<string, DirectLineSite, IReadOnlyList<Target>, Task> measure, bool bot)
    {
        if (options.HasPeers && IsWanted("offline-directline"))
        {
            await OverPeerAsync(measure, bot);
        }

        if (IsWanted("EchoHost"))
        {
            await using var echo = await servers.EchoHostAsync();
            await measure("EchoHost (log in memory)", new DirectLineSite(echo.Port, "/v3/directline", Servers.Secret), [echo]);
        }

        if (IsWanted("Warmline, SQLite"))
        {
            await using var warmline = await servers.WarmlineAsync(workshop.NewFolder(), null);
            await measure("Warmline, SQLite", new DirectLineSite(warmline.Port, "/v3/directline", Servers.Secret), [warmline]);
        }

        if (options.Postgres is { } server && IsWanted("Warmline, PostgreSQL"))
        {
            await using var warmline = await servers.WarmlineAsync(workshop.NewFolder(), await PostgresDatabase.CreateAsync(server));
            await measure("Warmline, PostgreSQL", new DirectLineSite(warmline.Port, "/v3/directline", Servers.Secret), [warmline]);
        }
    }

    private async Task OverPeerAsync(Func<string, DirectLineSite, IReadOnlyList<Target>, Task> measure, bool bot)
    {
        using var nothing = new ConnectorSink();
        if (!bot)
        {
            await using var alone = await servers.OfflineDirectLineAsync($"{nothing.Url}/bot");
            await measure("offline-directline 1.3.1 → endpoint that does nothing", new DirectLineSite(alone.Port, "/directline", null), [alone]);
        }

        await using var echo = await servers.JavaScriptEchoAsync();
        await using var peer = await servers.OfflineDirectLineAsync($"{echo.Url}/api/messages");
        await measure("offline-directline 1.3.1 → botbuilder echo", new DirectLineSite(peer.Port, "/directline", null), [peer, echo]);
    }

    private Task PostsAsync(string what, DirectLineSite site, IReadOnlyList<Target> processes) => OverConnectionsAsync(
        site, clients => RepeatAsync(what, [.. clients.Select(client => (Func<Task<long?>>)client.PostAsync)], processes));

    private Task RoundTripsAsync(string what, DirectLineSite site, IReadOnlyList<Target> processes) => OverConnectionsAsync(site, async clients =>
    {
        if (!clients[0].HasStream)
        {
            await RepeatAsync($"{what} (polling)", [.. clients.Select(client => (Func<Task<long?>>)client.AskByPollingAsync)], processes);
            return;
        }

        // The first post brings a greeting too, the second shows how many lines an answer has.
        await Task.WhenAll(clients.Select(client => client.FollowAsync()));
        await Task.WhenAll(clients.Select(client => client.CountLinesAsync()));
        var lines = await clients[0].CountLinesAsync();
        await RepeatAsync(what, [.. clients.Select(client => (Func<Task<long?>>)(() => client.AskOnSocketAsync(lines)))], processes);
    });

    private async Task OverConnectionsAsync(DirectLineSite site, Func<IReadOnlyList<DirectLineCustomer>, Task> measure)
    {
        foreach (var connections in options.Connections)
        {
            var clients = new List<DirectLineCustomer>();
            for (var i = 0; i < connections; i++)
            {
                clients.Add(await DirectLineCustomer.StartAsync(await HttpLine.OpenAsync(site.Port), site, Text));
            }

            await measure(clients);
            clients.ForEach(client => client.Dispose());
        }
    }

    private async Task RepeatAsync(string what, IReadOnlyList<Func<Task<long?>>> clients, IReadOnlyList<Target> processes)
    {
        for (var run = 0; run < options.Runs; run++)
        {
            journal.Add(await meter.MeasureAsync(what, clients, processes));
        }
    }
}
