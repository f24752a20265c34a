using Warmline.Benchmarks.Targets;

namespace Warmline.Benchmarks.Understanding;

/// <summary>A line of our own, judged by its writer, who wrote no training phrases.</summary>
/// <param name="Intent">What it means.</param>
/// <param name="Also">What would be right as well.</param>
internal sealed record JudgedPhrase(string Text, string Intent, IReadOnlyList<string>? Also)
{
    public bool Accepts(string intent) => (Also ?? []).Append(Intent).Select(Intents.AsCommandCallsIt).Contains(intent);
}

/// <summary>Our own judged lines and conversations, a folder for each language.</summary>
internal static class Judged
{
    private static string Folder => Path.Combine(Workshop.Root, "tests/Bot.Tests/Understanding/Judged");

    public static IReadOnlyList<string> Languages =>
        [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public static string Phrases(string language) => Path.Combine(Folder, language, "phrases.jsonl");

    public static string Conversations(string language) => Path.Combine(Folder, language, "conversations.jsonl");
}
