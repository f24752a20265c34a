using System.Net;
using BotFramework.Hosting;
using BotFramework.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Delivery;
using Warmline.TestSupport.Channels;

namespace Warmline.Bot.Tests.Stories;

/// <summary>Customers of Azure's channels: what they write is stored first, what the house says is sent to them.</summary>
public sealed class ChannelStories
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task A_customer_asks_gets_a_person_and_the_person_answers_in_the_channel()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var app = ChannelCustomer.OpenShop(channel);
        await app.Agent.GoOnDutyAsync();
        var customer = new ChannelCustomer(app, channel);

        Assert.Equal(HttpStatusCode.Accepted, await customer.WriteAsync(Spoken.In("en").OneLine));
        Assert.Contains("bot", await customer.NextTextAsync(), StringComparison.Ordinal);
        await customer.NextTextWithAsync(Spoken.In("en").Item);
        await customer.WriteAsync("I want to talk to a person");
        await customer.NextTextWithAsync("person");
        var item = Assert.Single(await app.Agent.WaitingAsync());
        await app.Agent.AcceptItemAsync(item.Id);
        await customer.NextTextWithAsync("Anna");
        await app.Agent.SayAsync(item.ConversationId, "Hello, Anna here.");

        var call = await customer.NextCallAsync();
        Assert.Equal(("Hello, Anna here.", "Bearer bot-token-1"), (call.Text, call.Authorization));
        Assert.EndsWith("/v3/conversations/a%3Amaja/activities", call.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_line_delivered_again_is_answered_once()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var app = ChannelCustomer.OpenShop(channel);
        var customer = new ChannelCustomer(app, channel);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => customer.WriteAsync("Hello", "same-id")));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.Accepted, status));
        await customer.NextTextWithAsync("help");
        var lines = await LinesAsync(app);
        Assert.Single(lines, line => line.Role == AuthorRole.Customer);
    }

    [Fact]
    public async Task A_channel_that_fails_in_every_way_gets_each_line_in_order_and_twice_only_where_its_answer_was_lost()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var app = ChannelCustomer.OpenShop(channel);
        var customer = new ChannelCustomer(app, channel);
        await customer.WriteAsync("Hello");
        await customer.NextTextWithAsync("help");

        channel.Connector.Plan(
            ChannelTrouble.Busy("1"), ChannelTrouble.Of(500), new ChannelTrouble { IsCut = true });
        await customer.WriteAsync(Spoken.In("en").Returns);
        var tries = new[] { await customer.NextCallAsync(), await customer.NextCallAsync(), await customer.NextCallAsync(), await customer.NextCallAsync() };

        Assert.Single(tries.Select(call => call.Text).Distinct());
        Assert.Equal([false, false, true, true], tries.Select(call => call.IsWritten));
        await customer.WriteAsync("Thank you");
        Assert.NotEqual(tries[3].Text, await customer.NextTextAsync());
    }

    [Fact]
    public async Task A_line_the_channel_refuses_goes_as_plain_words_then_the_desk_is_told_and_the_talk_goes_on()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var app = ChannelCustomer.OpenShop(channel);
        var customer = new ChannelCustomer(app, channel);
        channel.Connector.Plan(ChannelTrouble.Of(400, "BadSyntax"), ChannelTrouble.Of(413, "MessageSizeTooBig"));
        await customer.WriteAsync("Hello");

        var (full, plain, after) = (await customer.NextCallAsync(), await customer.NextCallAsync(), await customer.NextCallAsync());

        Assert.StartsWith(full.Text!, plain.Text, StringComparison.Ordinal);
        Assert.Null(plain.Json!["suggestedActions"]);
        Assert.False(after.Text!.StartsWith(full.Text!, StringComparison.Ordinal));
        var line = Assert.Single(await LinesAsync(app), line => line.Text.StartsWith(full.Text!, StringComparison.Ordinal));
        var view = await app.Agent.ViewAsync(line.ConversationId);
        Assert.Equal(DeliveryState.Undeliverable, view.Troubled[line.Seq]);
    }

    [Fact]
    public async Task A_channel_that_expects_replies_gets_them_in_the_answer_and_again_when_the_answer_was_lost()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var app = ChannelCustomer.OpenShop(channel);
        var customer = new ChannelCustomer(app, channel);
        var asked = customer.New("Hello", "q1");
        asked.DeliveryMode = DeliveryModes.ExpectReplies;

        var (status, first) = await customer.DeliverAsync(asked);
        var (_, again) = await customer.DeliverAsync(asked);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEmpty(first!["activities"]!.AsArray());
        Assert.Equal(Texts(first), Texts(again!));
        Assert.Empty(channel.Connector.Calls);
    }

    [Fact]
    public async Task A_corrected_and_a_withdrawn_line_change_what_the_desk_shows()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var app = ChannelCustomer.OpenShop(channel);
        var customer = new ChannelCustomer(app, channel);
        await customer.WriteAsync("My order is LL-24", "m1");
        var edit = customer.New("My order is LL-2477", "m1");
        (edit.Type, edit.Timestamp) = (ActivityTypes.MessageUpdate, DateTimeOffset.UnixEpoch);
        var delete = customer.New("", "m1");
        (delete.Type, delete.Timestamp) = (ActivityTypes.MessageDelete, DateTimeOffset.UnixEpoch.AddMinutes(1));

        await customer.DeliverAsync(edit);
        await customer.DeliverAsync(edit);
        await customer.DeliverAsync(delete);

        var lines = (await LinesAsync(app)).Where(line => line.Role == AuthorRole.Customer).ToList();
        Assert.Equal([LineKind.Said, LineKind.Edit, LineKind.Delete], lines.Select(line => line.Kind));
        Assert.Equal([null, lines[0].Seq, lines[0].Seq], lines.Select(line => line.Target));
    }

    [Fact]
    public async Task A_change_that_does_not_say_of_which_line_changes_nobodys()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var app = ChannelCustomer.OpenShop(channel);
        var customer = new ChannelCustomer(app, channel);
        await customer.WriteAsync("Hello");
        await customer.NextTextAsync();
        var delete = customer.New("");
        (delete.Type, delete.Id) = (ActivityTypes.MessageDelete, null);

        Assert.Equal(HttpStatusCode.Accepted, (await customer.DeliverAsync(delete)).Status);
        Assert.DoesNotContain(await LinesAsync(app), line => line.Kind == LineKind.Delete);
    }

    [Fact]
    public async Task A_line_for_a_host_that_is_not_allowed_is_shown_to_the_team_soon_and_sent_nowhere()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var app = ChannelCustomer.OpenShop(channel, ("Warmline:BotFramework:AllowedServiceHosts:9", "*.shop.example"));
        var customer = new ChannelCustomer(app, channel);

        await customer.WriteAsync("Hello");

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await IsTroubledAsync(app))
        {
            patience.Token.ThrowIfCancellationRequested();
        }

        Assert.Empty(channel.Connector.Calls);
        Assert.Equal(["*.shop.example"], app.Services.GetRequiredService<IOptions<BotFrameworkOptions>>().Value.AllowedServiceHosts);
    }

    [Fact]
    public async Task Nothing_is_taken_without_the_channels_token_nor_for_a_group()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var app = ChannelCustomer.OpenShop(channel);
        var customer = new ChannelCustomer(app, channel);
        var group = customer.New("Hello all");
        group.Conversation!.IsGroup = true;

        Assert.Equal(HttpStatusCode.Unauthorized, (await customer.DeliverAsync(customer.New("Hello"), "nonsense")).Status);
        Assert.Equal(HttpStatusCode.OK, (await customer.DeliverAsync(group)).Status);
        Assert.Empty(await LinesAsync(app));
    }

    [Fact]
    public async Task Invokes_nobody_answers_are_told_so()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var app = ChannelCustomer.OpenShop(channel);
        var customer = new ChannelCustomer(app, channel);
        var invoke = customer.New("");
        (invoke.Type, invoke.Name) = (ActivityTypes.Invoke, "task/fetch");

        Assert.Equal(HttpStatusCode.NotImplemented, (await customer.DeliverAsync(invoke)).Status);
    }

    private static string[] Texts(System.Text.Json.Nodes.JsonNode replied) =>
        [.. replied["activities"]!.AsArray().Select(activity => (string)activity!["text"]!)];

    private static async Task<bool> IsTroubledAsync(WarmlineApplication app) =>
        (await LinesAsync(app)).FirstOrDefault() is { } first
        && (await app.Agent.ViewAsync(first.ConversationId)).Troubled.Values.Contains(DeliveryState.Undeliverable);

    private static async Task<List<Line>> LinesAsync(WarmlineApplication app) =>
        [.. (await app.StoredAsync<LogLine>()).OrderBy(line => line.Seq).Select(line => line.ToLine())];
}
