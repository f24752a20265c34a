using System.Text;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;
using Warmline.Knowledge.Articles.Transfer;
using static Warmline.Knowledge.Tests.Articles.Newsroom;

namespace Warmline.Knowledge.Tests.Articles;

public sealed class TransferTests
{
    private static readonly ArticleContent Everything = new()
    {
        Title = "=Gift: cards — کارت هدیه",
        Variants = ["+ do you have cards?", "'=quoted", "a, \"b\"; c"],
        Answer = "-starts badly\n\n- [how](article:returns.how)\n=== not a case\n\\=== nor this\n\nPrice \\* {returns.windowDays}",
        ShortForm = "@short\nsecond line with \\n in it",
        Buttons = [new("Start -> return", "start_return", null), new("Web", null, new Uri("https://example.com/a?b=c")), new("More", null, new Uri("article:returns.how"))],
        AskBack = "Which country?",
        Cases = [new("Poland", ["pl", "polska"], "In Poland.\n\n=== line"), new("Iran", ["ایران"], "در ایران")],
    };

    private static readonly ArticleProperties Properties = new()
    {
        Tags = ["gifts", "پول"],
        Audience = ArticleAudience.SignedIn,
        SourceLanguage = "pl",
        ValidFrom = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        ValidUntil = new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc),
    };

    [Theory]
    [InlineData("articles.csv")]
    [InlineData("articles.json")]
    [InlineData("articles")]
    public async Task Everything_goes_out_and_comes_into_another_shop_and_again_changes_nothing(string name)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("warmline-articles-").FullName, name);
        await using var room = await OpenAsync(Properties);
        foreach (var language in new[] { "pl", "fa" })
        {
            var saved = Assert.IsType<SaveResult.Saved>(await room.Editing.SaveDraftAsync(Ewa, Key, language, 0, Everything, Cancel));
            Assert.True((await room.Publishing.PublishAsync(Ewa, Key, language, saved.Version, null, Cancel)).IsDone);
        }

        Assert.True(await room.Export.SaveAsync(path, drafts: false, Cancel));
        await using var other = new Newsroom(await KnowledgeShop.OpenAsync());
        var source = await ArticleSource.ReadAsync(path, Cancel);
        Assert.Empty(source.Refused);
        var trial = await other.Import.RunAsync(Ada, source, publish: true, dryRun: true, Cancel);
        Assert.Null(await other.Shelf.OpenAsync(Key, "pl", Cancel));
        var first = await other.Import.RunAsync(Ada, source, publish: true, dryRun: false, Cancel);
        var second = await other.Import.RunAsync(Ada, source, publish: true, dryRun: false, Cancel);

        Assert.Equal(first.Lines.Select(Told), trial.Lines.Select(Told));
        Assert.Equal(2, first.Count(ImportOutcome.Published));
        Assert.Equal(second.Lines.Count, second.Count(ImportOutcome.Unchanged));
        Assert.DoesNotContain(second.Lines, line => line.PropertiesChanged);
        foreach (var language in new[] { "pl", "fa" })
        {
            var open = (await other.Shelf.OpenAsync(Key, language, Cancel))!;
            Assert.Equal(ContentJson.Write(Everything), ContentJson.Write(open.Live!));
            Assert.True(open.Properties.SameAs(Properties));
            Assert.NotEqual(TranslationStatus.Stale, open.Language.Translation);
        }

        Assert.Equal((await room.Export.ReadAsync(false, Cancel)).Select(Written), (await other.Export.ReadAsync(false, Cancel)).Select(Written));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public async Task No_cell_of_a_spreadsheet_runs()
    {
        await using var room = await OpenAsync();
        await room.Editing.SaveDraftAsync(Ewa, Key, "en", 0, Everything with { Title = "=HYPERLINK(\"http://evil\")" }, Cancel);

        var csv = CsvArticles.Write(await room.Export.ReadAsync(drafts: true, Cancel));

        using var parser = new CsvHelper.CsvParser(new StringReader(csv), System.Globalization.CultureInfo.InvariantCulture);
        var cells = new List<string>();
        while (parser.Read())
        {
            cells.AddRange(parser.Record!);
        }

        Assert.DoesNotContain(cells, cell => cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal));
        Assert.Contains("'=HYPERLINK(\"http://evil\")", cells);
    }

    [Theory]
    [InlineData("=a"), InlineData("'=a"), InlineData("''+a"), InlineData("'a"), InlineData("-"), InlineData("\t=a"), InlineData(""), InlineData("a=b")]
    public void A_guarded_cell_reads_as_it_was(string text) => Assert.Equal(text, CsvCell.Read(CsvCell.Guarded(text)));

    [Fact]
    public async Task Drafts_or_published_by_choice_and_nobodys_draft_is_lost()
    {
        await using var room = await OpenAsync();
        await room.WriteAsync("Ewa's words");
        var rows = Csv($"{Key},en,Cards,From the file");

        var drafted = await room.Import.RunAsync(Ada, rows, publish: false, dryRun: false, Cancel);
        Assert.Equal(1, drafted.Count(ImportOutcome.Drafted));
        Assert.Null(await room.ReadAsync());
        Assert.Equal([VersionKind.Imported, VersionKind.Kept], await room.KindsAsync());

        var published = await room.Import.RunAsync(Ada, rows, publish: true, dryRun: false, Cancel);
        Assert.Equal(1, published.Count(ImportOutcome.Published));
        Assert.Equal("From the file", await room.ReadAsync());
    }

    [Fact]
    public async Task Four_eyes_hold_for_files_too()
    {
        await using var room = await OpenAsync(new ArticleProperties { RequiresReview = true });
        var rows = Csv($"{Key},en,Cards,From the file");

        Assert.Equal(1, (await room.Import.RunAsync(Ewa, rows, publish: true, dryRun: false, Cancel)).Count(ImportOutcome.InReview));
        Assert.Equal(1, (await room.Import.RunAsync(Ewa, rows, publish: true, dryRun: false, Cancel)).Count(ImportOutcome.Unchanged));
        Assert.Null(await room.ReadAsync());
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => room.Import.RunAsync(Visitor, rows, publish: true, dryRun: false, Cancel));
    }

    [Fact]
    public async Task Each_bad_row_is_named_and_the_good_ones_come_in()
    {
        await using var room = await OpenAsync();
        var source = Csv(
            "good.one,en,Good,An answer",
            "../evil,en,Bad key,An answer",
            "bad.language,xx,Bad,An answer",
            "bad.link,en,Bad,[x](javascript:alert(1))",
            "bad.html,en,Bad,<img src=x onerror=alert(1)>",
            $"bad.long,en,{new string('x', 201)},An answer",
            "good.one,en,Twice,Another answer",
            "too,few",
            "no.title,en,,An answer");

        var report = await room.Import.RunAsync(Ada, source, publish: true, dryRun: false, Cancel);

        Assert.Equal(1, report.Count(ImportOutcome.Published));
        Assert.Equal(8, report.Count(ImportOutcome.Refused));
        var refused = report.Lines.Where(line => line.Outcome == ImportOutcome.Refused).ToDictionary(line => line.Place, line => line.Problems[0].Fault);
        Assert.Equal(
            [ContentFault.Value, ContentFault.Value, ContentFault.Link, ContentFault.Html, ContentFault.TooLong, ContentFault.Twice, ContentFault.Cells, ContentFault.Missing],
            Enumerable.Range(3, 8).Select(row => refused[$"a.csv:{row}"]));
        Assert.All(report.Lines.SelectMany(line => line.Problems), problem => Assert.NotEmpty(problem.Sentence));
    }

    [Theory]
    [InlineData("windows-1250", "Zażółć gęślą jaźń, długi polski tekst o zwrotach", "Windows-1250?")]
    [InlineData("windows-1251", "Как вернуть товар, если он не подошёл по размеру", "Windows-1251?")]
    public void Another_encoding_is_named_and_refused(string encoding, string text, string detail)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        var rows = ArticleSource.Read("a.csv", Encoding.GetEncoding(encoding).GetBytes($"key,language,title,answer\na,pl,{text},{text}"));

        Assert.Empty(rows.Rows);
        Assert.Equal((ContentFault.Encoding, detail), (rows.Refused[0].Problems[0].Fault, rows.Refused[0].Problems[0].Detail));
    }

    [Fact]
    public void UTF_16_with_its_mark_is_read_and_without_it_refused()
    {
        const string Csv = "key;language;title;answer\na;pl;Tytuł;Odpowiedź";

        Assert.Equal("Tytuł", Assert.Single(ArticleSource.Read("a.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv)]).Rows).Content.Title);
        Assert.Equal("Tytuł", Assert.Single(ArticleSource.Read("a.csv", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Csv)]).Rows).Content.Title);
        Assert.Equal("Tytuł", Assert.Single(ArticleSource.Read("a.csv", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Csv)]).Rows).Content.Title);
        Assert.Equal(ContentFault.Encoding, ArticleSource.Read("a.csv", Encoding.Unicode.GetBytes("key;language")).Refused[0].Problems[0].Fault);
    }

    [Theory]
    [InlineData("a.json", "{}")]
    [InlineData("a.json", "[")]
    [InlineData("a.json", "[null]")]
    [InlineData("a.json", "[{\"key\":\"a\",\"language\":\"en\",\"content\":{\"title\":\"t\"}}]")]
    [InlineData("a.json", "[{\"key\":\"a\",\"language\":\"en\",\"content\":{\"title\":\"t\",\"answer\":\"a\",\"variants\":[null]}}]")]
    [InlineData("a.json", "[{\"key\":\"a\",\"language\":\"en\",\"content\":{\"title\":\"t\",\"answer\":\"a\"},\"properties\":null}]")]
    [InlineData("a.json", "[{\"key\":\"a\",\"language\":\"en\",\"content\":{\"title\":\"t\",\"answer\":\"a\",\"cases\":[{\"label\":\"x\"}]}}]")]
    [InlineData("a.csv", "")]
    [InlineData("a.csv", "key,language,title\n")]
    [InlineData("a.csv", "key,language,title,answer,colour\n")]
    [InlineData("a.en.md", "no fence")]
    [InlineData("a.md", "---\ntitle: x\n---\ny")]
    [InlineData("a.en.md", "---\ntitle: x\ntitle: y\n---\ny")]
    [InlineData("a.zip", "PK\u0003\u0004")]
    [InlineData("a.csv", "PK\u0003\u0004")]
    public void A_file_of_another_form_is_refused_with_words(string name, string text)
    {
        var read = ArticleSource.Read(name, Encoding.UTF8.GetBytes(text));

        Assert.Empty(read.Rows);
        Assert.NotEmpty(Assert.Single(read.Refused).Problems[0].Sentence);
    }

    [Theory]
    [InlineData("a.csv", "key,language,title,answer\na,en,T,\"never closed\nb,en,T,A\n", "Quote", "")]
    [InlineData("a.csv", "key,language,title,answer\na,en,T\n", "Cells", "3 ≠ 4")]
    [InlineData("a.csv", "key,language,titel,answer\na,en,T,A\n", "Names", "titel, title")]
    [InlineData("a.csv", "", "Missing", "")]
    [InlineData("a.json", "{\"key\":\"a\"}", "List", "")]
    [InlineData("a.json", "[\n{\"key\":}]", "Json", "2:8")]
    [InlineData("a.json", "[{\"key\":\"a\",\"language\":\"en\",\"content\":{\"titel\":\"T\",\"answer\":\"A\"}}]", "Names", "content.titel, content.title")]
    [InlineData("a.json", "[{\"key\":\"a\",\"language\":\"en\",\"content\":{\"title\":5,\"answer\":\"A\"}}]", "Json", "$.content.title")]
    public void What_is_wrong_with_a_file_is_said_so_that_it_can_be_mended(string name, string text, string fault, string detail)
    {
        var problem = Assert.Single(Assert.Single(ArticleSource.Read(name, Encoding.UTF8.GetBytes(text)).Refused).Problems);

        Assert.Equal((fault, detail), (problem.Fault.ToString(), problem.Detail));
    }

    [Fact]
    public async Task What_would_be_refused_at_the_editors_is_refused_in_a_file_and_articles_of_one_file_may_link_to_each_other()
    {
        await using var room = await OpenAsync();
        var report = await room.Import.RunAsync(Ada, Csv(
            "value,en,T,Within {no.such} days",
            "picture,en,T,![x](https://elsewhere.example/x.png)",
            "ring.one,en,T,See [two](article:ring.two) and [policy](article:returns.policy)",
            "ring.two,en,T,See [one](article:ring.one)",
            "lost,en,T,See [that](article:picture)",
            "lost.too,en,T,See [lost](article:lost)"), publish: true, dryRun: false, Cancel);

        Assert.Equal(
            [("lost", ContentFault.NoArticle), ("lost.too", ContentFault.NoArticle), ("picture", ContentFault.Picture), ("value", ContentFault.Placeholder)],
            report.Lines.Where(line => line.Outcome == ImportOutcome.Refused).Select(line => (line.Key, line.Problems[0].Fault)).Order());
        Assert.Equal(["ring.one", "ring.two"], report.Lines.Where(line => line.Outcome == ImportOutcome.Published).Select(line => line.Key));
    }

    [Fact]
    public void Files_that_contradict_each_other_about_an_article_are_named()
    {
        var read = ArticleFolder.Read(
        [
            ("a.en.md", Encoding.UTF8.GetBytes("---\ntitle: x\ntags:\n- one\naudience: all\n---\ny")),
            ("a.pl.md", Encoding.UTF8.GetBytes("---\ntitle: x\naudience: signed-in\n---\ny")),
            ("a.ru.md", Encoding.UTF8.GetBytes("---\ntitle: x\nrequires-review: yes\n---\ny")),
        ]);

        var (good, refused) = ImportCheck.Sort(read, new Dictionary<string, string>(), new HashSet<string>());

        Assert.Equal(["en", "ru"], good.Select(row => row.Language));
        Assert.Equal("a.pl.md", Assert.Single(refused).Place);
    }

    private static ArticleRows Csv(params string[] rows) =>
        ArticleSource.Read("a.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend("key,language,title,answer"))));

    private static string Told(ImportLine line) => $"{line.Place} {line.Key} {line.Language} {line.Outcome} {line.PropertiesChanged}";

    private static string Written(ArticleText text) => $"{text.ArticleKey} {text.Language} {ContentJson.Write(text.Content)}";
}
