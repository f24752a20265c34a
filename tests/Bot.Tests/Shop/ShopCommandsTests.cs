using Microsoft.Extensions.Configuration;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Import;

namespace Warmline.Bot.Tests.Shop;

public sealed class ShopCommandsTests : IDisposable
{
    private readonly ShopFixture _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Other_arguments_are_left_to_others()
    {
        var configuration = new ConfigurationBuilder().Build();

        Assert.Null(await ShopCommands.TryRunAsync(
            ["--urls", "http://localhost:5000"], TextWriter.Null, TextWriter.Null, configuration, "/", TestContext.Current.CancellationToken));
        Assert.Null(await ShopCommands.TryRunAsync([], TextWriter.Null, TextWriter.Null, configuration, "/", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Orders_go_to_the_configured_data_folder()
    {
        var root = Path.GetDirectoryName(_shop.WriteFile("orders.json", $"[{Samples.Json()}]"))!;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Warmline:DataFolder", "elsewhere")]).Build();

        Assert.Equal(0, await ShopCommands.TryRunAsync(
            ["shop", "import", Path.Combine(root, "orders.json")], TextWriter.Null, TextWriter.Null, configuration, root, TestContext.Current.CancellationToken));

        Assert.True(File.Exists(Path.Combine(root, "elsewhere", "shop", "orders.json")));
    }

    [Theory]
    [InlineData]
    [InlineData("import")]
    [InlineData("import", "")]
    [InlineData("export", "x.json")]
    public async Task A_command_that_is_not_understood_shows_the_usage(params string[] arguments)
    {
        Assert.Equal(2, await _shop.RunAsync(arguments));
        Assert.Contains("usage: shop import FILE", _shop.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json", "no such file")]
    [InlineData("orders.xlsx", "neither .json nor .csv")]
    public async Task A_file_that_is_not_there_or_not_ours_is_refused(string file, string said)
    {
        Assert.Equal(1, await _shop.RunAsync("import", file));
        Assert.Contains(said, _shop.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_larger_than_200_MB_is_refused_unread()
    {
        var path = _shop.WriteFile("huge.json", "");
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(OrderImport.LargestFile + 1);
        }

        Assert.Equal(1, await _shop.RunAsync("import", path));
        Assert.Contains("larger than 200 MB", _shop.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_success_is_told_as_half_a_success()
    {
        var file = _shop.WriteFile("orders.json", $"[{Samples.Json()}]");
        Directory.CreateDirectory(_shop.Folder.DemoRemovedMark);

        Assert.Equal(1, await _shop.RunAsync("import", file));

        Assert.Contains("the orders file is in place", _shop.Errors, StringComparison.Ordinal);
        await _shop.FoundAsync("W100", "jan@example.com");
    }

    [Fact]
    public async Task A_data_folder_that_can_not_be_written_is_told_without_a_stack_trace()
    {
        var file = _shop.WriteFile("orders.json", $"[{Samples.Json()}]");
        _shop.WriteFile("data", "a file where the folder should be");

        Assert.Equal(1, await _shop.RunAsync("import", file));
        Assert.StartsWith("Not done: ", _shop.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _shop.Errors, StringComparison.Ordinal);
    }
}
