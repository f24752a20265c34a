using System.Text.Json;

namespace Warmline.EndToEnd.Tests.Clients;

/// <summary>A customer behind botframework-directlinejs.</summary>
internal sealed class DirectLineClient(NodeClient node) : IAsyncDisposable
{
    private readonly List<JsonElement> _heard = [];

    /// <summary>Every activity so far, those that came twice included.</summary>
    public IEnumerable<JsonElement> Activities => _heard.Where(line => line.TryGetProperty("activity", out _)).Select(line => line.GetProperty("activity"));

    /// <summary>The texts in order, an activity that came again counted once, as clients do.</summary>
    public IReadOnlyList<string> Texts => [.. Activities.DistinctBy(a => a.GetProperty("id").GetString())
        .Where(a => a.GetProperty("type").GetString() == "message").Select(TextOf)];

    public static async Task<DirectLineClient> ConnectAsync(string address, string token, bool webSocket, string locale = "en") =>
        new(await NodeClient.StartAsync("directline.cjs", JsonSerializer.Serialize(new
        {
            domain = $"{address}/v3/directline",
            token,
            webSocket,
            pollingInterval = 250,
            conversationStartProperties = new { locale },
        })));

    public Task TellAsync(object what) => node.TellAsync(what);

    /// <summary>Says something; answers with the name the client gave it.</summary>
    public async Task<string> SayAsync(string text, object[]? attachments = null, string from = "dl_tester")
    {
        var id = Guid.NewGuid().ToString("N");
        await TellAsync(new { post = new { type = "message", text, attachments, from = new { id = from, role = "user" }, channelData = new { clientActivityID = id } } });
        return id;
    }

    public Task<JsonElement> StatusAsync(string status) => UntilAsync(line => Is(line, "status", value => value.GetString() == status));

    public Task<JsonElement> TextAsync(string text, string role = "bot") => ActivityAsync(a => TextOf(a) == text && RoleOf(a) == role);

    public async Task<JsonElement> ActivityAsync(Func<JsonElement, bool> wanted) =>
        (await UntilAsync(line => Is(line, "activity", wanted))).GetProperty("activity");

    public async Task<JsonElement> NextAsync(string kind) => (await UntilAsync(line => line.TryGetProperty(kind, out _))).GetProperty(kind);

    public static string TextOf(JsonElement activity) => activity.TryGetProperty("text", out var text) ? text.GetString()! : "";

    public static string RoleOf(JsonElement activity) => activity.GetProperty("from").GetProperty("role").GetString()!;

    public static string? NameOf(JsonElement activity) =>
        activity.TryGetProperty("channelData", out var data) && data.TryGetProperty("clientActivityID", out var id) ? id.GetString() : null;

    public ValueTask DisposeAsync() => node.DisposeAsync();

    private static bool Is(JsonElement line, string kind, Func<JsonElement, bool> wanted) => line.TryGetProperty(kind, out var value) && wanted(value);

    // Only what comes from now on: a status that was there before is no answer.
    private async Task<JsonElement> UntilAsync(Func<JsonElement, bool> wanted)
    {
        do
        {
            _heard.Add(await node.NextAsync());
        }
        while (!wanted(_heard[^1]));
        return _heard[^1];
    }
}
