using System.Net.Sockets;
using System.Text;
using Warmline.Bot.Tests.Stories;

namespace Warmline.Bot.Tests.Operations;

public sealed class SlowClientStories(StoryShop shop) : IClassFixture<StoryShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory]
    [InlineData("/chat/session")]
    [InlineData("/v3/directline/conversations")]
    public async Task A_body_that_does_not_come_is_given_up_and_no_error_of_ours(string path)
    {
        var status = await AskRawAsync($"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer x\r\nContent-Length: 1000\r\n\r\n{{\"v");

        Assert.Contains(status, new[] { 401, 408 });
    }

    [Fact]
    public async Task Headers_without_measure_are_refused() =>
        Assert.Equal(431, await AskRawAsync($"GET /health HTTP/1.1\r\nHost: x\r\nX: {new string('h', 40_000)}\r\n\r\n"));

    [Fact]
    public async Task A_body_of_a_hundred_megabytes_is_refused_before_it_is_sent() =>
        Assert.Contains(
            await AskRawAsync("POST /chat/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\n\r\n"), new[] { 400, 413 });

    private async Task<int> AskRawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", shop.App.Http.BaseAddress!.Port, Cancel);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        using var reader = new StreamReader(client.GetStream());
        return int.Parse((await reader.ReadLineAsync(Cancel))!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
