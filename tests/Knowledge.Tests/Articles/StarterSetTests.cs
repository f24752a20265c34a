using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Language;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Tests.Articles;

public sealed partial class StarterSetTests
{
    private static readonly int All = StarterSet.Read().DistinctBy(row => row.Key).Count();

    [Fact]
    public void Every_article_exists_in_four_languages_and_fits_its_columns()
    {
        var rows = StarterSet.Read();

        Assert.InRange(rows.Count, 48, 1000);
        Assert.All(rows.GroupBy(row => row.Key), article => Assert.Equal(["en", "fa", "pl", "ru"], article.Select(row => row.Language).Order(StringComparer.Ordinal)));
        Assert.All(rows, row =>
        {
            Assert.Empty(row.Problems);
            Assert.Empty(ContentRules.ForCustomers(row.Content));
            Assert.Empty(ArticleKeys.Check(row.Text.Properties));
            Assert.InRange(row.Content.Title.Length, 3, ContentRules.MaxTitle);
            Assert.InRange(row.Content.Answer.Length, 50, ContentRules.MaxAnswer);
            Assert.InRange(row.Content.Variants.Count, 6, ContentRules.MostVariants);
        });
    }

    [Fact]
    public void Every_placeholder_has_a_known_name_and_its_languages_plural_forms()
    {
        var values = KnowledgeShop.ShopValues("5", "1");
        foreach (var text in StarterSet.Read().Select(row => row.Text))
        {
            var (filled, missing) = Placeholders.Fill(text.Answer, text.Language, values);
            Assert.True(missing is null, $"{text.ArticleKey}.{text.Language}: {missing}");
            Assert.DoesNotContain('{', filled!);
            Assert.False(WrittenNumber().IsMatch(Placeholders.WithoutThem(text.Answer)), $"{text.ArticleKey}.{text.Language} has a number written out");
        }
    }

    [Fact]
    public async Task The_set_is_loaded_once_and_what_the_shop_removed_stays_away()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        await using (var db = shop.Db())
        {
            Assert.Equal(All, await db.Articles.CountAsync(TestContext.Current.CancellationToken));
            Assert.All(await db.Editions.ToListAsync(TestContext.Current.CancellationToken), edition => Assert.Equal(1, edition.PublishedNumber));
            Assert.All(await db.Versions.ToListAsync(TestContext.Current.CancellationToken), version => Assert.Equal("Warmline", version.ByName));
            await db.Articles.Where(article => article.Key == "payment.invoice").ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }

        await shop.Services.MigrateKnowledgeAsync(TestContext.Current.CancellationToken);

        await using var after = shop.Db();
        Assert.Equal(All - 1, await after.Articles.CountAsync(TestContext.Current.CancellationToken));
        var load = await after.StarterLoads.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(DateTimeKind.Utc, load.LoadedAt.Kind);
    }

    [Fact]
    public async Task Nodes_that_start_together_load_it_once()
    {
        await using var shop = await KnowledgeShop.OpenEmptyAsync();
        var nodes = Enumerable.Range(0, 4).Select(_ => shop.Host(options => { })).ToArray();

        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.MigrateKnowledgeAsync(TestContext.Current.CancellationToken))));

        foreach (var node in nodes)
        {
            Assert.NotNull(await node.GetRequiredService<KnowledgeAnswers>().GetAsync("returns.how", "pl", TestContext.Current.CancellationToken));
            await node.DisposeAsync();
        }

        await using var db = shop.Db();
        Assert.Equal(All, await db.Articles.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("no fence at all")]
    [InlineData("---\nvariants:\n- a\n---\ntext")]
    [InlineData("---\ntitle: t\nvariants:\nnot an item\n---\ntext")]
    public void A_broken_file_is_named(string file)
    {
        var error = Assert.Throws<FormatException>(() => ArticleFile.Parse("some.key", "pl", file));
        Assert.Contains("some.key.pl.md", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Oracle", "Data Source=x", "Provider")]
    [InlineData("Sqlite", "", "ConnectionString")]
    public void A_broken_setting_is_named(string provider, string connection, string named)
    {
        using var host = new ServiceCollection().AddKnowledge(options => (options.Provider, options.ConnectionString) = (provider, connection))
            .BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => host.GetRequiredService<IOptions<KnowledgeOptions>>().Value);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    // "14" or "۱۴", but not the "1." of a list.
    [GeneratedRegex(@"\p{Nd}(?!\. )")]
    private static partial Regex WrittenNumber();
}
