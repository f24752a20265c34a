using Warmline.Benchmarks.Load;
using Warmline.Benchmarks.Report;
using Warmline.Benchmarks.Targets;

namespace Warmline.Benchmarks.Parts;

/// <summary>Memory after many conversations, and what each open but idle socket costs.</summary>
internal sealed class MemoryUse(Options options, Servers servers, Workshop workshop, Journal journal)
{
    private const int SideBySide = 32;
    private const int Warming = 200;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    public async Task RunAsync()
    {
        journal.BeginPlain(
            "Memory",
            $"Resident memory. Before: after {Warming} conversations and a full collection. A conversation: started on Direct Line, one message posted and answered. "
            + $"A socket: open and idle, one for each of that many further conversations that were polled once before, after {Warming} sockets that came and went; its figure is taken after full collections.",
            "what", "before MB", $"after {options.Conversations:N0} conversations MB", "and a full collection MB", "KB per conversation",
            $"with {options.Sockets:N0} sockets MB", "KB per socket");
        if (options.HasPeers)
        {
            await using var echo = await servers.JavaScriptEchoAsync();
            await using var peer = await servers.OfflineDirectLineAsync($"{echo.Url}/api/messages");
            await MeasureAsync("offline-directline 1.3.1 (without its bot)", peer, new DirectLineSite(peer.Port, "/directline", null));
        }

        await using (var echo = await servers.EchoHostAsync())
        {
            await MeasureAsync("EchoHost", echo, new DirectLineSite(echo.Port, "/v3/directline", Servers.Secret));
        }

        await using var warmline = await servers.WarmlineAsync(workshop.NewFolder(), null);
        await MeasureAsync("Warmline, SQLite", warmline, new DirectLineSite(warmline.Port, "/v3/directline", Servers.Secret));
    }

    private async Task MeasureAsync(string what, Target server, DirectLineSite site)
    {
        await TalkAsync(site, Warming);
        var before = await CollectedAsync(server);
        await TalkAsync(site, options.Conversations);
        var after = server.ResidentMegabytes;
        var collected = await CollectedAsync(server);
        var perConversation = (collected - before) * 1024 / options.Conversations;
        var (with, perSocket) = site.Secret is null ? (double.NaN, double.NaN) : await WithSocketsAsync(server, site);
        journal.Row(what, One(before), One(after), server.IsDotnet ? One(collected) : "–", Journal.Number(perConversation, 2), One(with), Journal.Number(perSocket, 2));

        static string One(double value) => double.IsNaN(value) ? "no sockets" : Journal.Number(value, 0);
    }

    private async Task<(double With, double PerSocket)> WithSocketsAsync(Target server, DirectLineSite site)
    {
        // The first sockets bring along what all later ones use: code, buffers.
        var first = await StartAsync(site, Warming);
        await SideBySideAsync(first, customer => customer.FollowAsync());
        first.ForEach(customer => customer.Dispose());
        var customers = await StartAsync(site, options.Sockets);

        // What the database and its caches keep of them is not the socket's.
        await SideBySideAsync(customers, customer => customer.PollAsync());
        var before = await CollectedAsync(server);
        await SideBySideAsync(customers, customer => customer.FollowAsync());
        await Task.Delay(Settling, TimeProvider.System);
        var with = await CollectedAsync(server);
        customers.ForEach(customer => customer.Dispose());
        return (with, (with - before) * 1024 / options.Sockets);
    }

    private static async Task<double> CollectedAsync(Target server)
    {
        await Task.Delay(Settling, TimeProvider.System);
        await Collector.CollectAsync(server);
        return server.ResidentMegabytes;
    }

    private static async Task TalkAsync(DirectLineSite site, int count)
    {
        var customers = await StartAsync(site, count);
        await SideBySideAsync(customers, customer => customer.PostAsync());
        customers.ForEach(customer => customer.Dispose());
    }

    // Few connections for many conversations: what is measured is conversations, not connections.
    private static async Task<List<DirectLineCustomer>> StartAsync(DirectLineSite site, int count)
    {
        var customers = new List<DirectLineCustomer>(count);
        var all = new Lock();
        await Task.WhenAll(Enumerable.Range(0, SideBySide).Select(async worker =>
        {
            var line = await HttpLine.OpenAsync(site.Port);
            for (var i = worker; i < count; i += SideBySide)
            {
                var customer = await DirectLineCustomer.StartAsync(line, site, "hello");
                lock (all)
                {
                    customers.Add(customer);
                }
            }
        }));
        return customers;
    }

    private static Task SideBySideAsync(List<DirectLineCustomer> customers, Func<DirectLineCustomer, Task> each) =>
        Task.WhenAll(customers.GroupBy(customer => customer.Line).Select(async group =>
        {
            foreach (var customer in group)
            {
                await each(customer);
            }
        }));
}
