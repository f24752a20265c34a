using System.Text.RegularExpressions;

namespace Warmline.Bot.Tests.House;

public sealed partial class ReadmeTests
{
    [Theory, InlineData("README.md"), InlineData("BotDeploy/README.md"), InlineData("src/Bot/Shop/README.md"), InlineData("src/Knowledge/Articles/README.md"), InlineData("src/Bot/BotFramework/README.md")]
    public void Every_file_and_folder_a_readme_names_is_there(string readme)
    {
        var missing = NamedPath().Matches(Repository.Read(readme)).Select(match => match.Groups[1].Value.TrimEnd('/'))
            .Where(path => !Path.Exists(Path.Combine(Repository.Root, path)));

        Assert.Empty(missing);
    }

    [Fact]
    public void The_ways_through_the_code_name_types_that_exist()
    {
        var ways = Repository.Read("README.md").Split("## The ways through the code")[1].Split("## Where does my file go")[0];
        var sources = Repository.Files(".cs", ".razor").Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);

        var named = NamedType().Matches(ways).Select(match => match.Groups[1].Value)
            .Where(name => !name.EndsWith("Async", StringComparison.Ordinal)).ToList();

        Assert.True(named.Count > 10);
        Assert.DoesNotContain(named, name => !sources.Contains(name));
    }

    [GeneratedRegex(@"[`(]((?:src|tests|build|BotDeploy)/[\w./-]+)[`)]")]
    private static partial Regex NamedPath();

    // The last part of `Bot/Dialogs/ShopBot`, without a member behind it.
    [GeneratedRegex(@"`(?:[\w]+/)*([A-Z]\w+)(?:\.\w+Async)?`")]
    private static partial Regex NamedType();
}
