using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Warmline.EndToEnd.Tests.Browser;

namespace Warmline.EndToEnd.Tests.Clients;

/// <summary>The Direct Line client that Web Chat and others use, against the bare protocol and against the shop.</summary>
public sealed class DirectLineJsTests
{
    private static readonly string[] Languages = ["Where is my order? 📦", "Zażółć gęślą jaźń", "Где мой заказ?", "سفارش‌های من کجاست؟"];

    [Theory, InlineData(true), InlineData(false)]
    public async Task It_is_greeted_and_hears_itself_before_the_answer_in_every_language(bool webSocket)
    {
        await using var echo = await EchoAsync();
        await using var client = await DirectLineClient.ConnectAsync(echo.Address, await TokenAsync(echo), webSocket);
        await client.TextAsync("Welcome");

        foreach (var text in Languages)
        {
            var name = await client.SayAsync(text);
            var heard = await client.TextAsync(text, "user");
            var reply = await client.TextAsync(text);

            Assert.Equal((name, "dl_tester"), (DirectLineClient.NameOf(heard), heard.GetProperty("from").GetProperty("id").GetString()));
            Assert.Equal(heard.GetProperty("id").GetString(), reply.GetProperty("replyToId").GetString());
            Assert.Equal(name, DirectLineClient.NameOf(reply.GetProperty("channelData").GetProperty("originalActivity")));
        }

        Assert.Equal(["Welcome", .. Languages.SelectMany(text => new[] { text, text })], client.Texts);
    }

    [Fact]
    public async Task A_conversation_that_starts_in_Chinese_is_greeted_in_Chinese()
    {
        await using var echo = await EchoAsync();
        await using var client = await DirectLineClient.ConnectAsync(echo.Address, await TokenAsync(echo), webSocket: true, locale: "zh-CN");

        await client.TextAsync("欢迎");
    }

    [Fact]
    public async Task After_its_socket_was_cut_it_comes_back_to_where_it_was()
    {
        await using var echo = await EchoAsync();
        await using var client = await DirectLineClient.ConnectAsync(echo.Address, await TokenAsync(echo), webSocket: true);
        await client.TextAsync("Welcome");
        await client.SayAsync("before");
        await client.TextAsync("before");

        await client.TellAsync(new { cut = true });
        await client.SayAsync("meanwhile");
        await client.TextAsync("meanwhile");
        await client.SayAsync("after");
        await client.TextAsync("after");

        Assert.Equal(["Welcome", "before", "before", "meanwhile", "meanwhile", "after", "after"], client.Texts);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_token_that_counts_no_longer_is_told_so_and_a_new_one_goes_on(bool webSocket)
    {
        await using var echo = await EchoAsync();
        await using var client = await DirectLineClient.ConnectAsync(echo.Address, await TokenAsync(echo), webSocket);
        var greeting = await client.TextAsync("Welcome");
        var conversation = greeting.GetProperty("conversation").GetProperty("id").GetString()!;

        echo.OpenSite(false);
        await client.StatusAsync("ExpiredToken");

        echo.OpenSite(true);
        var fresh = await echo.TokenAsync(conversation);
        await client.TellAsync(new
        {
            reconnect = new
            {
                token = fresh.GetProperty("token").GetString(),
                streamUrl = fresh.GetProperty("streamUrl").GetString(),
                conversationId = conversation,
            },
        });
        await client.StatusAsync("Online");

        // A token that was asked for with the secret names nobody: the client says who it is.
        await client.SayAsync("again", from: "tester");
        await client.TextAsync("again");
        Assert.Equal(["Welcome", "again", "again"], client.Texts);
    }

    [Fact]
    public async Task It_renews_its_token_and_is_told_honestly_that_there_are_no_sign_in_sessions()
    {
        await using var echo = await EchoAsync();
        await using var client = await DirectLineClient.ConnectAsync(echo.Address, await TokenAsync(echo), webSocket: true);
        await client.TextAsync("Welcome");

        await client.TellAsync(new { refresh = true });
        Assert.Equal(3, (await client.NextAsync("refreshed")).GetString()!.Split('.').Length);
        await client.TellAsync(new { session = true });
        Assert.Equal("", (await client.NextAsync("session")).GetString());
        await client.SayAsync("still here");
        await client.TextAsync("still here");
    }

    [Fact]
    public async Task Files_it_sends_come_back_with_links_in_the_order_of_the_activity()
    {
        await using var echo = await EchoAsync();
        await using var client = await DirectLineClient.ConnectAsync(echo.Address, await TokenAsync(echo), webSocket: true);
        await client.TextAsync("Welcome");

        var health = $"{echo.Address}/health";
        var name = await client.SayAsync("two files", [
            new { name = "zdjęcie.txt", contentType = "text/plain", contentUrl = health, thumbnailUrl = "data:image/png;base64,AAAA" },
            new { name = "سفارش.txt", contentType = "text/plain", contentUrl = health }]);
        var heard = await client.TextAsync("two files", "user");
        var reply = await client.TextAsync("two files");

        Assert.Equal(name, DirectLineClient.NameOf(heard));
        foreach (var activity in new[] { heard, reply })
        {
            var attachments = activity.GetProperty("attachments").EnumerateArray().ToList();
            Assert.Equal(["zdjęcie.txt", "سفارش.txt"], attachments.Select(a => a.GetProperty("name").GetString()));
            Assert.All(attachments, a => Assert.StartsWith($"{echo.Address}/v3/directline/files/", a.GetProperty("contentUrl").GetString(), StringComparison.Ordinal));
        }
    }

    // Over the socket only: this client stops polling for good at the first connection that is refused, whatever the server does.
    [Fact]
    public async Task When_the_shop_is_killed_and_started_again_nothing_is_lost_and_nothing_comes_twice()
    {
        await NodePackages.FolderAsync();
        await using var shop = new WarmlineProcess();
        await shop.StartAsync();
        await using var client = await DirectLineClient.ConnectAsync(shop.Address, await SessionAsync(shop.Address), webSocket: true);
        await client.ActivityAsync(a => DirectLineClient.RoleOf(a) == "bot");
        var names = new List<string>();
        foreach (var text in Languages)
        {
            names.Add(await client.SayAsync(text));
            await client.TextAsync(text, "user");
        }

        await shop.KillAsync();
        await client.SayAsync("said while it was down");
        await shop.StartAsync();
        await client.TextAsync("said while it was down", "user");
        await client.SayAsync("and after");
        await client.TextAsync("and after", "user");

        var mine = client.Activities.DistinctBy(a => a.GetProperty("id").GetString()).Where(a => DirectLineClient.RoleOf(a) == "user").ToList();
        Assert.Equal([.. Languages, "said while it was down", "and after"], mine.Select(DirectLineClient.TextOf));
        Assert.Equal(names, mine.Take(4).Select(DirectLineClient.NameOf));
    }

    [Fact]
    public async Task By_polling_the_shop_greets_stores_and_answers()
    {
        await NodePackages.FolderAsync();
        await using var shop = new WarmlineProcess();
        await shop.StartAsync();
        await using var client = await DirectLineClient.ConnectAsync(shop.Address, await SessionAsync(shop.Address), webSocket: false);
        await client.ActivityAsync(a => DirectLineClient.RoleOf(a) == "bot");

        foreach (var text in Languages)
        {
            var name = await client.SayAsync(text);
            Assert.Equal(name, DirectLineClient.NameOf(await client.TextAsync(text, "user")));
            await client.ActivityAsync(a => DirectLineClient.RoleOf(a) == "bot");
        }
    }

    private static async Task<EchoProcess> EchoAsync()
    {
        await NodePackages.FolderAsync();
        return await EchoProcess.StartNewAsync();
    }

    private static async Task<string> TokenAsync(EchoProcess echo) => (await echo.TokenAsync()).GetProperty("token").GetString()!;

    private static async Task<string> SessionAsync(string address)
    {
        await using var services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        using var body = new StringContent(
            JsonSerializer.Serialize(new { visitorKey = TestSupport.Customer.NewVisitorKey(), language = "en" }), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync($"{address}/chat/session", body, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("token").GetString()!;
    }
}
