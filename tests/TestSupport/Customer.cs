using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using BotFramework.Schema;

namespace Warmline.TestSupport;

/// <summary>A customer at the shop's front door: the session over HTTP, the lines over a Direct Line socket, as the chat page does it.</summary>
public sealed class Customer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient _http;
    private readonly ClientWebSocket _socket = new();
    private readonly Channel<Reply[]> _turns = Channel.CreateUnbounded<Reply[]>();
    private readonly List<Reply> _transcript = [];
    private readonly Lock _lock = new();
    private readonly Queue<Reply> _unheard = [];
    private Task _listening = Task.CompletedTask;

    private Customer(HttpClient http, string visitorKey) => (_http, VisitorKey) = (http, visitorKey);

    public string VisitorKey { get; }

    public string Token { get; private set; } = "";

    public string ConversationId { get; private set; } = "";

    /// <summary>Every line so far, the customer's own echoes included, in the order of the socket.</summary>
    public IReadOnlyList<Reply> Transcript
    {
        get
        {
            lock (_lock)
            {
                return [.. _transcript];
            }
        }
    }

    /// <summary>Opens the chat: session, conversation, socket. The same visitor key goes on where it was.</summary>
    public static async Task<Customer> OpenAsync(HttpClient http, string language, string? visitorKey = null, CancellationToken cancellationToken = default)
    {
        var customer = new Customer(http, visitorKey ?? NewVisitorKey());
        await customer.ConnectAsync(language, cancellationToken);
        return customer;
    }

    public static string NewVisitorKey() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Says a line; answered once it is stored.</summary>
    public Task SayAsync(string text, CancellationToken cancellationToken = default) =>
        PostAsync(new { type = "message", text, channelData = new { clientActivityID = Guid.NewGuid().ToString("N") } }, cancellationToken);

    /// <summary>Posts any activity and expects it to be taken.</summary>
    public async Task PostAsync(object activity, CancellationToken cancellationToken = default)
    {
        using var answer = await TryPostAsync(JsonContent.Create(activity), cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Posts whatever it is, for the door to judge.</summary>
    public Task<HttpResponseMessage> TryPostAsync(HttpContent body, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{ConversationId}/activities", body, cancellationToken);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await _http.SendAsync(request, cancellationToken);
    }

    /// <summary>Presses a button of the last answer, as Web Chat does: it says the button's words.</summary>
    public Task PressAsync(string button, CancellationToken cancellationToken = default)
    {
        var shown = Transcript.Last(line => line.Author != "customer");
        return shown.Buttons.Contains(button)
            ? SayAsync(shown.Says[shown.Buttons.ToList().IndexOf(button)], cancellationToken)
            : throw new InvalidOperationException($"There is no button \"{button}\" under \"{shown.Text}\" ({string.Join(", ", shown.Buttons)}).");
    }

    /// <summary>The next line of bot, agent or shop.</summary>
    public async Task<Reply> NextReplyAsync(CancellationToken cancellationToken = default)
    {
        if (_unheard.Count == 0)
        {
            Array.ForEach(await NextTurnAsync(cancellationToken), _unheard.Enqueue);
        }

        return _unheard.Dequeue();
    }

    /// <summary>All lines that were committed together: a turn of the bot, or what an agent did.</summary>
    public async Task<Reply[]> NextTurnAsync(CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await _turns.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Nobody answered. So far:\n{Written()}");
        }
    }

    /// <summary>Says a line and hears the turn that follows it, as one text.</summary>
    public async Task<string> AskAsync(string text, CancellationToken cancellationToken = default)
    {
        await SayAsync(text, cancellationToken);
        return string.Join('\n', (await NextTurnAsync(cancellationToken)).Select(line => line.Text));
    }

    /// <summary>The transcript as a person would read it.</summary>
    public string Written() => string.Join('\n', Transcript.Select(line => line.ToString()));

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _listening;
        _socket.Dispose();
    }

    private async Task ConnectAsync(string language, CancellationToken cancellationToken)
    {
        using var session = await _http.PostAsJsonAsync("/chat/session", new { visitorKey = VisitorKey, language }, cancellationToken);
        session.EnsureSuccessStatusCode();
        Token = (await session.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("token").GetString()!;
        using var answer = await SendAsync(HttpMethod.Post, "/v3/directline/conversations", JsonContent.Create(new { locale = language }), cancellationToken);
        answer.EnsureSuccessStatusCode();
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        ConversationId = started.GetProperty("conversationId").GetString()!;
        await _socket.ConnectAsync(new Uri(started.GetProperty("streamUrl").GetString()!), cancellationToken);
        _listening = ListenAsync();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (await ReceiveAsync() is { } frame)
            {
                Hear(frame);
            }

            _turns.Writer.TryComplete();
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            // The customer left, perhaps between one frame and the next: a socket that was let go is "not connected".
            _turns.Writer.TryComplete();
        }
    }

    private async Task<byte[]?> ReceiveAsync()
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            frame.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return frame.ToArray();
            }
        }
    }

    private void Hear(byte[] frame)
    {
        if (frame.Length == 0)
        {
            return;
        }

        var heard = ProtocolJson.Read<Frame>(System.Text.Encoding.UTF8.GetString(frame))!.Activities
            .Where(activity => activity.Type == ActivityTypes.Message).Select(Reply.Of).ToArray();
        lock (_lock)
        {
            _transcript.AddRange(heard);
        }

        if (heard.Where(line => line.Author != "customer").ToArray() is { Length: > 0 } replies)
        {
            _turns.Writer.TryWrite(replies);
        }
    }

    private sealed record Frame(Activity[] Activities);
}

/// <summary>A line as the customer sees it.</summary>
public sealed record Reply(string Id, string Author, string? Name, string Text, IReadOnlyList<string> Buttons)
{
    /// <summary>As it came.</summary>
    public Activity Activity { get; init; } = new();

    /// <summary>What pressing each of the buttons says; empty for one that opens a link.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    public override string ToString() => $"{Author,-8} | {Text}{(Buttons.Count == 0 ? "" : $"   [{string.Join("] [", Buttons)}]")}";

    internal static Reply Of(Activity activity) => new(
        activity.Id!,
        activity.ChannelData!.Value.GetProperty("warmline:author").GetString()!,
        activity.From?.Name,
        activity.Summary ?? activity.Text ?? "",
        [.. Links(activity), .. activity.SuggestedActions?.Actions?.Select(action => action.Title ?? "") ?? []])
    {
        Says = [.. Links(activity).Select(_ => ""), .. activity.SuggestedActions?.Actions?.Select(action => action.Type == "imBack" ? action.Value?.GetString() ?? "" : "") ?? []],
        Activity = activity,
    };

    // A card's summary says what it shows; its links are buttons too.
    private static IEnumerable<string> Links(Activity activity) => (activity.Attachments ?? [])
        .Where(attachment => attachment.ContentType == AdaptiveCard.ContentType)
        .SelectMany(card => card.Content!.Value.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("title").GetString()!));
}
