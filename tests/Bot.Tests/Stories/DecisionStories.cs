using System.Text.Json;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Policy;

namespace Warmline.Bot.Tests.Stories;

public sealed class DecisionStories
{
    private static readonly string[] Inside = ["HandOver", "asks_for_person", "Confidence", "Signals", "Tension"];

    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task What_the_bot_made_of_a_line_is_kept_for_the_desk_and_in_nothing_a_channel_can_read()
    {
        await using var app = WarmlineApplication.Open();
        var customer = await app.OpenChatAsync();
        await customer.AskAsync("I want a person", Cancel);

        var kept = Assert.Single(await app.StoredAsync<DecisionRecord>(), decision => decision.Kind == HandoffKind.HandOver);
        Assert.All(Inside, word => Assert.Contains(word, kept.Insight, StringComparison.Ordinal));
        var stored = JsonSerializer.Serialize(await app.StoredAsync<LogLine>());
        var sent = await customer.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{customer.ConversationId}/activities?watermark=0", null, Cancel);
        var read = await sent.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancel);

        Assert.Contains("I want a person", read, StringComparison.Ordinal);
        Assert.All(Inside, word => Assert.DoesNotContain(word, stored + read, StringComparison.OrdinalIgnoreCase));
    }
}
