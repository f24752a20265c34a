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

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("warmline-echo-");
    private readonly ServiceProvider _services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
    private Process? _process;

    public string Address { get; private set; } = "http://127.0.0.1:0";

    public static async Task<EchoProcess> StartNewAsync()
    {
        var echo = new EchoProcess();
        echo.OpenSite(true);
        await echo.StartAsync();
        return echo;
    }

    public async Task StartAsync()
    {
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Assembly, "--urls", Address, "--contentRoot", _folder.FullName]) { RedirectStandardOutput = true },
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

    /// <summary>Edits the settings of the running host: a closed site ends its tokens.</summary>
    public void OpenSite(bool open) => File.WriteAllText(
        Path.Combine(_folder.FullName, "appsettings.json"),
        JsonSerializer.Serialize(new { DirectLine = new { Sites = new { Echo = new { Secrets = new[] { Secret }, Disabled = !open } } } }));

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>A token of a new conversation, as the shop's server asks for it.</summary>
    public Task<JsonElement> TokenAsync() => PostAsync($"{Address}/v3/directline/tokens/generate", new { user = new { id = "dl_tester" } }, Secret);

    /// <summary>A new token of a conversation, as soon as the settings allow one.</summary>
    public async Task<JsonElement> TokenAsync(string conversationId)
    {
        using var http = _services.GetRequiredService<IHttpClientFactory>().CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", Secret);
        while (true)
        {
            using var answer = await http.GetAsync($"{Address}/v3/directline/conversations/{conversationId}", TestContext.Current.CancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

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
        _folder.Delete(recursive: true);
    }
}
