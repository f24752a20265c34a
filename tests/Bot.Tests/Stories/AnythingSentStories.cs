using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BotFramework.Schema;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Warmline.Bot.Tests.Operations;
using Warmline.TestSupport;
using Warmline.TestSupport.Channels;

namespace Warmline.Bot.Tests.Stories;

/// <summary>Whatever strangers send to the open doors of the whole product: a clear answer, nothing breaks, and what was taken can be read.</summary>
public sealed class AnythingSentStories
{
    private const string Secret = "the-secret-of-the-site";

    private static readonly string[] Fields =
    [
        "text", "textFormat", "speak", "summary", "locale", "name", "from", "recipient", "conversation", "channelData", "value", "attachments", "suggestedActions",
        "entities", "timestamp", "localTimestamp", "membersAdded", "reactionsAdded", "relatesTo", "listenFor", "deliveryMode", "replyToId", "x", "\\u0041",
    ];

    private static readonly string[] Lists = ["attachments", "entities", "membersAdded", "membersRemoved", "reactionsAdded", "listenFor"];

    private static readonly string[] Inner = ["actions", "title", "type", "value", "id", "name", "contentType", "contentUrl", "content", "clientActivityID", "a", "role"];

    private static readonly string[] Leaves =
    [
        "null", "true", "7", "-1.5e308", "\"\"", "\"markdown\"", "\"expectReplies\"", "\"warmline/language\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"2026-13-45\"", "\"2026-11-27T10:00:00Z\"",
        "[null]", "[[null],null]", "{\"actions\":[null,{\"title\":null}]}", "{\"a\":1,\"a\":2}", $"\"{new string('>', 300)}x\"", $"\"{new string('*', 5000)}\"", $"\"{string.Concat(Enumerable.Repeat("😀", 200))}\"",
    ];

    // What is no JSON gets no further than the parser, so there is little of it.
    private static readonly string[] Broken = ["{", "]", "", "\"\\"];

    private static readonly (HttpMethod Method, string Path)[] Doors =
    [
        (HttpMethod.Post, "/chat/session"), (HttpMethod.Get, "/chat/transcript?timezone="), (HttpMethod.Post, "/v3/directline/conversations"),
        (HttpMethod.Post, "/v3/directline/tokens/generate"), (HttpMethod.Post, "/v3/directline/tokens/refresh"),
        (HttpMethod.Get, "/v3/directline/conversations/ID?watermark="), (HttpMethod.Get, "/v3/directline/conversations/ID/activities?watermark="),
        (HttpMethod.Get, "/v3/directline/conversations/ID/stream?t="), (HttpMethod.Post, "/v3/directline/conversations/ID/upload?userId="),
        (HttpMethod.Get, "/v3/directline/files/x?t="), (HttpMethod.Post, "/v3/directline/session/getsessionid"), (HttpMethod.Get, "/chat?language="), (HttpMethod.Get, "/embed.js?"),
    ];

    private static readonly string[] Kinds =
        ["application/json", "application/json; charset=x", "application/json; charset=utf-16", "text/plain", "multipart/form-data", "multipart/form-data; boundary=x", "x", ""];

    private static readonly (string, string)[] NoLimits =
    [
        .. from limit in new[] { "SessionsPerAddress", "PostsPerVisitor", "PostsPerAddress", "PollsPerVisitor", "PollsPerAddress", "FilesPerVisitor", "FilesPerAddress" }
           from part in new[] { "AtOnce", "PerMinute" }
           select ($"Warmline:Limits:{limit}:{part}", "1000000"),
    ];

    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_line_in_the_chat_is_refused_or_can_be_read_by_everybody(bool onPostgres)
    {
        using var logs = new CapturedLogs();
        await using var database = await DatabaseAsync(onPostgres);
        await using var app = WarmlineApplication.OpenWith(Keeping(logs), [.. NoLimits, .. On(database)]);
        var customer = await app.OpenChatAsync();
        var taken = new List<string>();

        await Bodies("{\"type\":\"message\"", "{\"type\":\"event\",\"name\":\"x\"", "{\"type\":\"typing\"").SampleAsync(
            async body =>
            {
                using var answer = await customer.TryPostAsync(new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } }, Cancel);
                await CheckAsync(answer);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    taken.Add((await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetString()!);
                }
            },
            iter: 1200,
            threads: 1);
        await customer.SayAsync("That was all", Cancel);

        var read = await ReadAllAsync(customer);
        Assert.Empty(taken.Where(id => id.Contains('|', StringComparison.Ordinal)).Except(read.Select(line => line.GetProperty("id").GetString())));
        Assert.Contains(read, line => line.TryGetProperty("text", out var text) && text.GetString() == "That was all");
        Assert.DoesNotContain(logs.Lines, line => line.StartsWith(nameof(LogLevel.Error), StringComparison.Ordinal));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_line_of_a_channel_is_refused_or_taken_and_the_bot_goes_on(bool onPostgres)
    {
        using var logs = new CapturedLogs();
        await using var channel = await FakeChannel.StartAsync();
        await using var database = await DatabaseAsync(onPostgres);
        await using var app = ChannelCustomer.OpenShopWith(channel, Keeping(logs), On(database));
        var (customer, token) = (new ChannelCustomer(app, channel), channel.Token());
        var starts = new[] { ActivityTypes.Message, ActivityTypes.MessageUpdate, ActivityTypes.MessageDelete, ActivityTypes.ConversationUpdate, ActivityTypes.Event, ActivityTypes.Typing }.Select(type =>
        {
            var activity = customer.New("Hello");
            (activity.Type, activity.Id, activity.Conversation!.Id) = (type, type == ActivityTypes.Message ? null : activity.Id, "a:anything");
            return ProtocolJson.Write(activity)[..^1];
        });

        await Bodies([.. starts]).SampleAsync(
            async body =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                using var answer = await app.Http.SendAsync(request, Cancel);
                await CheckAsync(answer);
            },
            iter: 2500,
            threads: 1);

        Assert.Equal(HttpStatusCode.Accepted, await customer.WriteAsync("I want to talk to a person"));
        Assert.NotEmpty(await customer.NextTextAsync());
        Assert.DoesNotContain(logs.Lines, line => line.StartsWith(nameof(LogLevel.Error), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_other_open_door_answers_clearly_too()
    {
        using var logs = new CapturedLogs();
        await using var app = WarmlineApplication.OpenWith(Keeping(logs), [.. NoLimits, ("Warmline:DirectLine:Secrets:0", Secret)]);
        var customer = await app.OpenChatAsync();
        string[] passes = [$"Bearer {Secret}", $"Bearer {customer.Token}", "Bearer", "Bearer \u007f", "Basic x", ""];
        var requests = Gen.Select(Gen.OneOf(Doors), Gen.OneOf(passes), Gen.OneOf(Kinds), Gen.OneOf(Json(2), Gen.OneOf(Leaves), Gen.OneOf(Broken)), Gen.String[0, 12]);

        await requests.SampleAsync(
            async (door, pass, kind, body, query) =>
            {
                var path = door.Path.Replace("ID", customer.ConversationId, StringComparison.Ordinal);
                using var request = new HttpRequestMessage(door.Method, path.EndsWith('=') ? path + Uri.EscapeDataString(query) : path);
                request.Content = door.Method == HttpMethod.Get ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                request.Content?.Headers.TryAddWithoutValidation("Content-Type", kind);
                request.Headers.TryAddWithoutValidation("Authorization", pass);
                using var answer = await app.Http.SendAsync(request, Cancel);
                await CheckAsync(answer);
            },
            iter: 800,
            threads: 1);

        Assert.NotEmpty(await customer.AskAsync("Hello", Cancel));
        Assert.DoesNotContain(logs.Lines, line => line.StartsWith(nameof(LogLevel.Error), StringComparison.Ordinal));
    }

    private static async Task<TestDatabase?> DatabaseAsync(bool onPostgres)
    {
        Assert.SkipWhen(onPostgres && TestDatabase.PostgresServer is null, "Needs PostgreSQL: build/with-servers.sh dotnet test.");
        return onPostgres ? await TestDatabase.OnPostgresAsync("anything", _ => Task.CompletedTask) : null;
    }

    private static (string, string)[] On(TestDatabase? database) => database is null ? []
        : [("Warmline:Database:Provider", database.Provider), ("Warmline:Database:ConnectionString", database.ConnectionString)];

    private static Action<IServiceCollection> Keeping(CapturedLogs logs) => services => services.AddSingleton<ILoggerProvider>(logs);

    private static async Task CheckAsync(HttpResponseMessage answer)
    {
        var said = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True((int)answer.StatusCode is < 500 or 501, $"{answer.StatusCode}: {said}");
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private static async Task<List<JsonElement>> ReadAllAsync(Customer customer)
    {
        var all = new List<JsonElement>();
        for (string? mark = ""; ;)
        {
            using var answer = await customer.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{customer.ConversationId}/activities?watermark={mark}", null, Cancel);
            var page = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
            if (page.GetProperty("watermark").GetString() is var next && next == mark)
            {
                return all;
            }

            all.AddRange(page.GetProperty("activities").EnumerateArray());
            mark = next;
        }
    }

    /// <summary>A good beginning and up to three fields of any kind behind it.</summary>
    private static Gen<byte[]> Bodies(params string[] starts)
    {
        var field = Gen.OneOf(
            Gen.Select(Gen.OneOf(Fields), Json(2), (name, value) => $",\"{name}\":{value}"),
            Gen.Select(Gen.OneOf(Lists), Json(1).Array[0, 3], (name, items) => $",\"{name}\":[{string.Join(',', items)}]"));
        return Gen.Select(Gen.OneOf(starts), field.Array[0, 3], (start, fields) => Encoding.UTF8.GetBytes($"{start}{string.Concat(fields)}}}"));
    }

    private static Gen<string> Json(int depth) => depth == 0
        ? Gen.OneOf(Leaves)
        : Gen.OneOf(
            Gen.OneOf(Leaves),
            Gen.Select(Gen.OneOf(Inner), Json(depth - 1), (name, value) => $"\"{name}\":{value}").Array[0, 4].Select(fields => $"{{{string.Join(',', fields)}}}"),
            Json(depth - 1).Array[0, 3].Select(items => $"[{string.Join(',', items)}]"));
}
