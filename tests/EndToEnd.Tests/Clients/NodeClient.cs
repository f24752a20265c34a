using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace Warmline.EndToEnd.Tests.Clients;

/// <summary>
/// A client that others wrote, in a Node process: one of the scripts in this folder. It prints one JSON value per line
/// (<see cref="NextAsync"/>), and is told things on its standard input, one JSON value per line (<see cref="TellAsync"/>).
/// What it prints that is not JSON, and its standard error, end up in the message of a failing test.
/// </summary>
internal sealed class NodeClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Channel<JsonElement> _lines = Channel.CreateUnbounded<JsonElement>();
    private readonly ConcurrentQueue<string> _noise = new();
    private readonly Process _process;

    private NodeClient(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => _noise.Enqueue(line.Data ?? "");
    }

    /// <summary>Runs <c>Clients/<paramref name="script"/></c> (a <c>.cjs</c> file, which may <c>require</c> the installed packages).</summary>
    public static async Task<NodeClient> StartAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(NodePackages.Sources, script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NODE_PATH"] = await NodePackages.FolderAsync(), ["NODE_NO_WARNINGS"] = "1" },
        };
        var client = new NodeClient(new Process { StartInfo = start });
        client._process.Start();
        client._process.BeginOutputReadLine();
        client._process.BeginErrorReadLine();
        return client;
    }

    /// <summary>The next line it prints; fails when it ends or stays silent for too long.</summary>
    public async Task<JsonElement> NextAsync(TimeSpan? patience = null)
    {
        try
        {
            return await _lines.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
                .WaitAsync(patience ?? Patience, TimeProvider.System);
        }
        catch (Exception exception) when (exception is ChannelClosedException or TimeoutException)
        {
            throw new InvalidOperationException($"The client printed no further line. It said:\n{string.Join('\n', _noise)}", exception);
        }
    }

    /// <summary>Every line until it ends.</summary>
    public async Task<IReadOnlyList<JsonElement>> RestAsync()
    {
        var rest = new List<JsonElement>();
        while (await _lines.Reader.WaitToReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TimeProvider.System))
        {
            rest.Add(await NextAsync());
        }

        return rest;
    }

    public Task TellAsync(object value) => _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(value, JsonSerializerOptions.Web));

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _lines.Writer.TryComplete();
            return;
        }

        try
        {
            _lines.Writer.TryWrite(JsonDocument.Parse(line).RootElement.Clone());
        }
        catch (JsonException)
        {
            _noise.Enqueue(line);
        }
    }
}
