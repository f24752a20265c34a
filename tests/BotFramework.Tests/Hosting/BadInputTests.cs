using System.Text;
using System.Text.Json;
using BotFramework.Hosting;
using BotFramework.Schema;
using CsCheck;

namespace BotFramework.Tests.Hosting;

/// <summary>Whatever arrives at the endpoint: a clear answer, a short one, and never that something broke.</summary>
public sealed class BadInputTests
{
    private const int LongestAnswer = 1000;
    private static readonly int[] Expected = [202, 400, 401, 413];

    private static readonly string[] Names =
        ["type", "id", "text", "from", "recipient", "conversation", "serviceUrl", "channelId", "channelData", "value", "attachments", "timestamp", "entities", "membersAdded", "x", "\\u0041", "\\ud83d"];

    private static readonly string[] Leaves =
        ["null", "true", "7", "-1.5e308", "1e999", "\"\"", "\"message\"", "\"29:ana\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\u0000\"", "\"2026-13-45\"", "[]", "{}", "{", "]", ""];

    private static readonly string[] Fragments = [@"\uD83D", @"\uDE00", @"\ud83d\ude00", @"\\", @"\n", @"\u0041", @"\u0000", "a", "ude00", "é", "😀"];

    [Fact]
    public async Task Any_body_gets_a_clear_answer()
    {
        await using var host = await BotHost.StartAsync(new CallbackBot((_, _) => Task.CompletedTask), intake: new Rewriting());
        var authorization = $"Bearer {host.Channel.Token()}";
        var whole = Encoding.UTF8.GetBytes(ProtocolJson.Write(host.Channel.Message("zażółć 😀")));

        var bodies = Gen.OneOf(Json(3).Select(Encoding.UTF8.GetBytes), Damaged(whole), Gen.Byte.Array[0, 200], Fields(whole), Deep());

        await bodies.SampleAsync(async body => Check(await host.SendAsync(HttpMethod.Post, new ByteArrayContent(body), authorization)), iter: 600, threads: 2);
    }

    [Fact]
    public async Task Any_authorization_is_refused_without_a_word()
    {
        await using var host = await BotHost.StartAsync();
        var token = host.Channel.Token();
        var body = ProtocolJson.Write(host.Channel.Message("hi"));
        var parts = token.Split('.');
        var headers = Gen.OneOf(
            Gen.Char[' ', '~'].Array[0, 300].Select(letters => new string(letters)),
            Gen.Int[0, token.Length - 10].Select(length => $"Bearer {token[..length]}"),
            Gen.Select(Gen.OneOf(parts), Gen.OneOf(parts), Gen.OneOf("", ".", "x", parts[2]), (a, b, c) => $"Bearer {a}.{b}.{c}")
                .Where(header => header != $"Bearer {token}"),
            Gen.Select(Json(2), Json(2), (header, payload) => $"Bearer {Encode(header)}.{Encode(payload)}.{parts[2]}"));

        await headers.SampleAsync(
            async header =>
            {
                var answer = await host.PostAsync(body, header.Trim());
                Assert.Equal((401, ""), ((int)answer.Status, answer.Body));
            },
            iter: 400,
            threads: 2);
        Assert.True(host.Channel.MetadataReads <= 1);
    }

    /// <summary>The cheap look at the escapes against the sure way: reading all of it and writing it again.</summary>
    [Fact]
    public void Half_letters_are_found_exactly_where_writing_would_fail() =>
        Gen.OneOf(Fragments).Array[0, 8].Sample(parts =>
        {
            var json = $$"""{"x":"{{string.Concat(parts)}}"}""";
            Assert.Equal(CanBeWritten(json), RequestBody.WholeLetters(Encoding.UTF8.GetBytes(json)));
        });

    private static bool CanBeWritten(string json)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize<JsonElement>(json), ProtocolJson.Options).Length > 0;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    private static void Check(Answered answer)
    {
        Assert.Contains((int)answer.Status, Expected);
        Assert.True(answer.Body.Length < LongestAnswer);
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static Gen<string> Json(int depth) => depth == 0
        ? Gen.OneOf(Leaves)
        : Gen.OneOf(
            Gen.OneOf(Leaves),
            Gen.Select(Gen.OneOf(Names), Json(depth - 1), (name, value) => $"\"{name}\":{value}").Array[0, 5].Select(fields => $"{{{string.Join(',', fields)}}}"),
            Json(depth - 1).Array[0, 3].Select(items => $"[{string.Join(',', items)}]"));

    private static Gen<byte[]> Damaged(byte[] whole) =>
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[1, whole.Length], (at, with, length) =>
        {
            var damaged = whole.ToArray();
            damaged[at] = with;
            return damaged[..length];
        });

    /// <summary>A good activity with one field more, so that what is deep inside reaches the intake.</summary>
    private static Gen<byte[]> Fields(byte[] whole) => Gen.Select(Gen.OneOf(Names), Json(2), (name, value) =>
        Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetString(whole)[..^1]},\"{name}\":{value}}}"));

    private static Gen<byte[]> Deep() => Gen.Int[1, 3000].Select(depth => Encoding.UTF8.GetBytes($"{{\"value\":{new string('[', depth)}{new string(']', depth)}}}"));

    /// <summary>Writes what it takes, as a log would.</summary>
    private sealed class Rewriting : IActivityIntake
    {
        public Task<IntakeAnswer> TakeAsync(Activity activity, ChannelCaller caller, CancellationToken cancellationToken) =>
            Task.FromResult(new IntakeAnswer(ProtocolJson.Write(activity).Length > 0 ? 202 : 500));
    }
}
