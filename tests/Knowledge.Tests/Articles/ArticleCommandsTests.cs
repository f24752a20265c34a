using Warmline.Knowledge.Articles.Transfer;
using static Warmline.Knowledge.Tests.Articles.Newsroom;

namespace Warmline.Knowledge.Tests.Articles;

public sealed class ArticleCommandsTests
{
    [Theory]
    [InlineData(null, "serve")]
    [InlineData(2, "articles")]
    [InlineData(2, "articles", "import", "x", "--force")]
    [InlineData(2, "articles", "export", "x.txt")]
    [InlineData(2, "articles", "import", "x", "--publish", "--Warmline:DataFolder", "/data")]
    [InlineData(1, "articles", "import", "nowhere.csv")]
    [InlineData(1, "--Warmline:DataFolder", "/data", "articles", "import", "nowhere.csv", "--dry-run")]
    public async Task A_command_is_understood_or_refused(int? code, params string[] args)
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        using var errors = new StringWriter();

        Assert.Equal(code, await ArticleCommands.TryRunAsync(args, shop.Services, TextWriter.Null, errors, Cancel));
        Assert.Equal(code is > 0, errors.ToString().Length > 0);
    }
}
