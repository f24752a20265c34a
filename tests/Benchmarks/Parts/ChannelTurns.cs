using Warmline.Benchmarks.Load;
using Warmline.Benchmarks.Report;
using Warmline.Benchmarks.Targets;

namespace Warmline.Benchmarks.Parts;

/// <summary>
/// Messages through <c>/api/messages</c>: each client posts one, waits until the connector has every line of the answer, and
/// posts the next. So a rate is answered messages per second, and a latency is from sent to wholly answered.
/// </summary>
internal sealed class ChannelTurns(Meter meter, Options options, Servers servers, Workshop workshop, Journal journal)
{
    private const string Cheap = "hello";
    private const string Question = "What is your return policy?";
    private const int ManyConversations = 1000;

    public async Task RunEchoAsync()
    {
        journal.Begin(
            "Echo through /api/messages", "answered messages",
            "A bot that says back what it hears; every answer is posted to a connector.");
        if (options.HasPeers)
        {
            await MeasureAsync("botbuilder 4.23.3 (JavaScript)", servers.JavaScriptEchoAsync, Cheap);
        }

        await MeasureAsync("EchoHost", servers.EchoHostAsync, Cheap);
    }

    public async Task RunWarmlineAsync()
    {
        journal.Begin(
            "Warmline's whole turn through /api/messages", "answered messages",
            "The customer's line is stored, then acknowledged; the bot reads it, its answer is stored, then posted to the connector and noted.");
        foreach (var (name, postgres) in await DatabasesAsync())
        {
            Func<Task<Target>> start = () => servers.WarmlineAsync(workshop.NewFolder(), postgres);
            await MeasureAsync($"Warmline, {name}, “hello”", start, Cheap);
            await MeasureAsync($"Warmline, {name}, “What is your return policy?”", start, Question);
            await MeasureAsync($"Warmline, {name}, “hello”, {ManyConversations} conversations", start, Cheap, ManyConversations);
        }
    }

    private async Task<IReadOnlyList<(string Name, string? Postgres)>> DatabasesAsync() => options.Postgres is { } server
        ? [("SQLite", null), ("PostgreSQL", await PostgresDatabase.CreateAsync(server))]
        : [("SQLite", null)];

    /// <param name="conversations">Altogether; at the least one for each client.</param>
    private async Task MeasureAsync(string what, Func<Task<Target>> start, string text, int conversations = 0)
    {
        if (!what.Contains(options.Only, StringComparison.Ordinal))
        {
            return;
        }

        await using var server = await start();
        using var connector = new ConnectorSink();
        foreach (var connections in conversations == 0 ? options.Connections : [options.Connections[^1]])
        {
            var clients = new List<Client>();
            var lines = (First: 0, Each: 0);
            for (var i = 0; i < connections; i++)
            {
                clients.Add(await Client.OpenAsync(connector, server.Port, text, Math.Max(1, conversations / connections)));
                lines = i == 0 ? await clients[0].CalibrateAsync() : lines;
            }

            await Task.WhenAll(clients.Select(client => client.GreetAsync(lines.First)));
            var name = lines.Each == 1 ? what : $"{what} ({lines.Each} lines)";
            for (var run = 0; run < options.Runs; run++)
            {
                journal.Add(await meter.MeasureAsync(
                    name, [.. clients.Select(client => (Func<Task<long?>>)(() => client.StepAsync(lines.Each)))], server));
            }

            clients.ForEach(client => client.Dispose());
        }
    }

    /// <summary>A connection and the conversations it speaks in, one after the other.</summary>
    private sealed class Client(HttpLine line, IReadOnlyList<ChannelCustomer> customers) : IDisposable
    {
        private static int _conversations;
        private static readonly string Prefix = $"b{Guid.NewGuid():N}"[..9];
        private int _next;
        private bool _isCalibrated;

        public static async Task<Client> OpenAsync(ConnectorSink connector, int port, string text, int conversations) => new(
            await HttpLine.OpenAsync(port),
            [.. Enumerable.Range(0, conversations).Select(_ =>
                new ChannelCustomer(connector, port, $"{Prefix}-{Interlocked.Increment(ref _conversations)}", text))]);

        /// <summary>How many lines the first message brings (with a greeting, perhaps) and how many each later one.</summary>
        public async Task<(int First, int Each)> CalibrateAsync()
        {
            _isCalibrated = true;
            var first = await customers[0].CountLinesAsync(line);
            await customers[0].CountLinesAsync(line);
            await customers[0].CountLinesAsync(line);
            var each = await customers[0].CountLinesAsync(line);
            return first > 0 && each > 0 ? (first, each) : throw new InvalidOperationException("The bot did not answer.");
        }

        public async Task GreetAsync(int lines)
        {
            foreach (var customer in _isCalibrated ? customers.Skip(1) : customers)
            {
                await customer.AskAsync(line, lines);
            }
        }

        public Task<long?> StepAsync(int lines) => customers[_next++ % customers.Count].AskAsync(line, lines);

        public void Dispose() => line.Dispose();
    }
}
