namespace Warmline.EndToEnd.Tests.Clients;

public sealed class NodeClientTests
{
    [Fact]
    public async Task The_packages_are_there_and_a_client_can_be_talked_to()
    {
        await using var client = await NodeClient.StartAsync("hello.cjs", "a", "b c");

        var hello = await client.NextAsync();
        await client.TellAsync(new { Word = "سلام" });
        var repeated = Assert.Single(await client.RestAsync());

        Assert.Equal(("function", "function"), (hello.GetProperty("connector").GetString(), hello.GetProperty("directLine").GetString()));
        Assert.Equal("b c", hello.GetProperty("arguments")[1].GetString());
        Assert.Equal("سلام", repeated.GetProperty("word").GetString());
    }
}
