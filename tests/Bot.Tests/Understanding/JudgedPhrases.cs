using System.Text.Json;
using Warmline.Bot.Tests.House;
using Warmline.Bot.Understanding;
using Warmline.Bot.Understanding.Commands;

namespace Warmline.Bot.Tests.Understanding;

/// <summary>A line by somebody who wrote no training phrases, and what it means; two answers may both be right.</summary>
internal sealed record JudgedPhrase(string Text, string Intent, IReadOnlyList<string>? Also)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public bool Accepts(Intent intent) => Also?.Append(Intent).Contains(IntentNames.Of(intent)) ?? Intent == IntentNames.Of(intent);

    public static IReadOnlyList<JudgedPhrase> Of(string language) => Read<JudgedPhrase>(language, "phrases");

    public static IReadOnlyList<ReplayedConversation> Conversations(string language) => Read<ReplayedConversation>(language, "conversations");

    private static List<T> Read<T>(string language, string name) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests/Bot.Tests/Understanding/Judged", language, $"{name}.jsonl")).Select(line => JsonSerializer.Deserialize<T>(line, Format)!)];
}
