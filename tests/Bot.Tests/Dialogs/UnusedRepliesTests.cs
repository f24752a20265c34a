using System.Text.RegularExpressions;
using Warmline.Bot.Dialogs;
using Warmline.Bot.Tests.House;

namespace Warmline.Bot.Tests.Dialogs;

public sealed partial class UnusedRepliesTests
{
    [Fact]
    public void Every_reply_is_said_somewhere()
    {
        var code = string.Concat(Repository.Files(".cs").Where(file => file.StartsWith("src/Bot/", StringComparison.Ordinal)).Select(Repository.Read));
        var named = Literal().Matches(code).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var beginnings = Beginning().Matches(code).Select(match => match.Groups[1].Value).ToList();

        var silent = Replies.All("en").Keys
            .Where(key => !named.Contains(Number().Replace(key, "")) && !beginnings.Exists(start => key.StartsWith(start, StringComparison.Ordinal)));

        Assert.Empty(silent);
    }

    [GeneratedRegex("\"([A-Za-z]+(?:\\.[A-Za-z]+)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\\$\"([A-Za-z]+\\.[A-Za-z.]*)\\{")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\.\d+$")]
    private static partial Regex Number();
}
