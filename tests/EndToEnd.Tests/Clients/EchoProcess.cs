using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Warmline.EndToEnd.Tests.Browser;

namespace Warmline.EndToEnd.Tests.Clients;

/// <summary>tests/EchoHost as a process of its own; it can be stopped and started again at the same address.</summary>
internal sealed class EchoProcess : IAsyncDisposable
{
    private const string Secret = "the-secret-of-the-echo";
    private const string Ready = "EchoHost listens on ";
    private static readonly TimeSpan StartTakes = TimeSpan.FromSeconds(60);
    private static readonly string Assembly = Repository.BotAssembly
        .Replace("src/Bot/bin", "tests/EchoHost/bin", StringComparison.Ordinal).Replace("Warmline.Bot.dll", "Warmline.EchoHost.dll", StringComparison.Ordinal);

    private readonly ServiceProvider _services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
    private Process? _process;

    public string Address { get; private set; } = "http://127.0.0.1:0";

    public static async Task<EchoProcess> StartNewAsync()
    {
        var echo = new EchoProcess();
        await echo.StartAsync();
        return echo;
    }

    public async Task StartAsync()
    {
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Assembly, "--urls", Address, "--DirectLine:Secret", Secret]) { RedirectStandardOutput = true },
        };
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith(Ready, StringComparison.Ordinal) == true)
            {
                ready.TrySetResult(line.Data[Ready.Length..].Split(' ')[0]);
            }
        };
        _process.Start();
        _process.BeginOutputReadLine();
        Address = await ready.Task.WaitAsync(StartTakes, TimeProvider.System);
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>A token of a new conversation, as the shop's server asks for it.</summary>
    public Task<JsonElement> TokenAsync() => PostAsync($"{Address}/v3/directline/tokens/generate", new { user = new { id = "dl_tester" } }, Secret);

    public async Task<JsonElement> PostAsync(string address, object body, string? credentials = null)
    {
        using var http = _services.GetRequiredService<IHttpClientFactory>().CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {credentials}");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _services.DisposeAsync();
    }
}
