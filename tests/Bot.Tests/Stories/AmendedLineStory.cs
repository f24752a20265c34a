using BotFramework.DirectLine;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;

namespace Warmline.Bot.Tests.Stories;

public sealed class AmendedLineStory
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task A_corrected_line_comes_again_under_its_first_id_and_a_taken_back_one_without_its_words()
    {
        await using var app = WarmlineApplication.Open();
        var customer = await app.OpenChatAsync();
        await customer.AskAsync("I want to talk to a person", Cancel);
        var conversation = customer.ConversationId;
        await app.Agent.AcceptAsync(conversation);
        await app.Agent.SayAsync(conversation, "It comes on Mnoday");
        await app.Agent.SayAsync(conversation, "Wrong window, sorry");
        var store = app.Services.GetRequiredService<IActivityStore>();
        var before = (await store.ReadAsync(conversation, 0, 100, Cancel)).Activities;

        await AmendAsync(app, conversation, new NewLine(LineKind.Edit, "It comes on Monday") { Target = before.Count - 1 });
        await AmendAsync(app, conversation, new NewLine(LineKind.Delete, "") { Target = before.Count });

        var after = (await store.ReadAsync(conversation, before.Count, 100, Cancel)).Activities;
        Assert.Equal([before[^2].Id, before[^1].Id], after.Select(a => a.Id));
        Assert.Equal([before[^2].Timestamp, before[^1].Timestamp], after.Select(a => a.Timestamp));
        Assert.Equal("It comes on Monday", after[0].Text);
        Assert.DoesNotContain("Wrong window", after[1].Text, StringComparison.Ordinal);
    }

    private static async Task AmendAsync(WarmlineApplication app, string conversationId, NewLine line) =>
        await app.Services.GetRequiredService<HandoffDatabase>().WriteAsync(async db =>
        {
            var conversation = (await Appending.LockAsync(db, conversationId))!;
            return await Appending.AppendAsync(db, conversation, Author.Agent("anna", "Anna", conversation.Epoch), [line], DateTime.UnixEpoch);
        }, Cancel);
}
