using System.Net.WebSockets;

namespace BotFramework.Tests.DirectLine;

public sealed class StreamTests
{
    [Fact]
    public async Task A_new_socket_gets_everything_from_the_first_line_and_then_what_is_new()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        host.Store.Say(chat.Id, "welcome");
        using var socket = await chat.ConnectAsync();
        var replayed = await socket.ReceiveAsync();
        var posted = await chat.SayAsync("hi");
        var echo = await socket.ReceiveAsync();
        host.Store.Say(chat.Id, "hello");
        var answer = await socket.ReceiveAsync();

        Assert.Equal(("welcome", "1"), (Assert.Single(replayed.Texts), replayed.Watermark));
        Assert.Equal((posted.String("id"), "2"), (Assert.Single(echo.Activities).Id, echo.Watermark));
        Assert.Equal(("hello", "3"), (Assert.Single(answer.Texts), answer.Watermark));
    }

    [Fact]
    public async Task Coming_back_with_a_watermark_replays_what_was_missed_and_without_one_everything()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        foreach (var text in new[] { "one", "two", "three" })
        {
            host.Store.Say(chat.Id, text);
        }

        using var late = await (await chat.ReconnectAsync("1")).ConnectAsync();
        using var anew = await (await chat.ReconnectAsync("")).ConnectAsync();

        Assert.Equal(["two", "three"], (await late.ReceiveAsync()).Texts);
        Assert.Equal(["one", "two", "three"], (await anew.ReceiveAsync()).Texts);
    }

    [Fact]
    public async Task Long_histories_come_in_frames_of_at_most_a_hundred()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        for (var i = 0; i < 230; i++)
        {
            host.Store.Say(chat.Id, $"{i}");
        }

        using var socket = await chat.ConnectAsync();
        var sizes = new[] { await socket.ReceiveAsync(), await socket.ReceiveAsync(), await socket.ReceiveAsync() };

        Assert.Equal([100, 100, 30], sizes.Select(frame => frame.Activities.Count));
    }

    [Fact]
    public async Task Two_sockets_of_a_conversation_see_the_same_in_the_same_order()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        using var first = await chat.ConnectAsync();
        using var second = await chat.ConnectAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => chat.SayAsync($"{i}")));

        var stored = (await host.Store.LinesAsync(chat.Id)).Select(line => line.Text).ToList();
        Assert.Equal(stored, await TextsAsync(first, 20));
        Assert.Equal(stored, await TextsAsync(second, 20));
    }

    [Fact]
    public async Task Typing_passes_without_a_watermark_and_is_never_in_the_log()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        host.Store.Say(chat.Id, "welcome");
        using var socket = await chat.ConnectAsync();
        await socket.ReceiveAsync();
        host.Store.Type(chat.Id);
        var theirs = await socket.ReceiveTextAsync();
        var posted = await chat.PostAsync("""{"type":"typing","from":{"id":"x"}}""");
        var mine = await socket.ReceiveAsync();

        Assert.Contains("typing", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("watermark", theirs, StringComparison.Ordinal);
        Assert.Equal(posted.String("id"), Assert.Single(mine.Activities).Id);
        Assert.Equal(["welcome"], (await chat.PollAsync()).Activities.Texts);
    }

    [Fact]
    public async Task Trouble_in_the_store_does_not_end_the_stream()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        host.Store.Say(chat.Id, "welcome");
        using var socket = await chat.ConnectAsync();
        await socket.ReceiveAsync();
        host.Store.ReadsFail = true;
        host.Store.Say(chat.Id, "during");
        host.Time.Advance(TimeSpan.FromSeconds(2));
        host.Store.ReadsFail = false;
        host.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(["during"], (await socket.ReceiveAsync()).Texts);
    }

    [Fact]
    public async Task A_silent_stream_is_kept_alive_with_empty_frames_and_takes_the_clients()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        host.Store.Say(chat.Id, "welcome");
        using var socket = await chat.ConnectAsync();
        await socket.ReceiveAsync();
        await socket.SendAsync("");
        await socket.SendAsync("""{"nonsense":""" + new string('x', 5000));
        host.Time.Advance(TimeSpan.FromSeconds(20));
        var quiet = await socket.ReceiveTextAsync();
        host.Store.Say(chat.Id, "still there");

        Assert.Equal("", quiet);
        Assert.Equal(["still there"], (await socket.ReceiveAsync()).Texts);
    }

    [Fact]
    public async Task A_stream_address_works_for_a_minute_and_for_its_own_conversation()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (mine, other) = (await host.OpenAsync(), await host.OpenAsync());
        var elsewhere = mine.StreamUrl.Replace(mine.Id, other.Id, StringComparison.Ordinal);
        var longLived = mine.StreamUrl.Split("t=")[0] + "t=" + mine.Token;

        await RefusedAsync(elsewhere, "403");
        await RefusedAsync(longLived, "403");
        await RefusedAsync(mine.StreamUrl.Split('?')[0], "401");
        await RefusedAsync(mine.StreamUrl + "&watermark=nonsense", "400");
        host.Time.Advance(TimeSpan.FromSeconds(60));
        await RefusedAsync(mine.StreamUrl, "403");
    }

    [Fact]
    public async Task A_browser_visiting_the_stream_address_is_told_what_it_is_for()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        var reply = await host.GetAsync(new Uri(chat.StreamUrl).PathAndQuery["/v3/directline".Length..], null);

        Assert.Equal((400, "BadArgument"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Closing_is_answered_and_nobody_listens_any_more()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        host.Store.Say(chat.Id, "welcome");
        using var socket = await chat.ConnectAsync();
        await socket.ReceiveAsync();
        Assert.Equal(1, host.Store.Listeners(chat.Id));
        await socket.CloseAsync();
        await host.StopAsync();

        Assert.Equal(0, host.Store.Listeners(chat.Id));
    }

    [Fact]
    public async Task A_stopping_host_says_goodbye()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        host.Store.Say(chat.Id, "welcome");
        using var socket = await chat.ConnectAsync();
        await socket.ReceiveAsync();
        var stopping = host.StopAsync();

        Assert.Equal("closed 1001", await socket.ReceiveTextAsync());
        await socket.CloseAsync();
        await stopping;
    }

    private static async Task<List<string?>> TextsAsync(ClientSocket socket, int count)
    {
        var texts = new List<string?>();
        while (texts.Count < count)
        {
            texts.AddRange((await socket.ReceiveAsync()).Texts);
        }

        return texts;
    }

    private static async Task RefusedAsync(string url, string status)
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => ClientSocket.ConnectAsync(url));
        Assert.Contains($"'{status}'", refused.Message, StringComparison.Ordinal);
    }
}
