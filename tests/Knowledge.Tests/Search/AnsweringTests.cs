using Microsoft.Extensions.Logging.Abstractions;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Search;
using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Tests.Search;

public sealed class AnsweringTests
{
    [Theory]
    [InlineData("en", "What is your return policy?", "within **14 days**", "within 14 days")]
    [InlineData("pl", "jakie sa zasady zwrotow", "w ciągu **14 dni**", "w ciągu 14 dni")]
    [InlineData("ru", "Какие у вас условия возврата?", "в течение **14 дней**", "в течение 14 дней")]
    [InlineData("ru", "kakie u vas usloviya vozvrata", "в течение **14 дней**", "в течение 14 дней")]
    [InlineData("fa", "شرایط مرجوع كردن كالا چيست", "تا **۱۴ روز**", "تا ۱۴ روز")]
    [InlineData("fa", "sharayete marjoo kardane kala chie", "تا **۱۴ روز**", "تا ۱۴ روز")]
    public async Task Customer_asks_about_returns_and_reads_the_shops_own_numbers(string language, string question, string markdown, string plain)
    {
        await using var shop = await KnowledgeShop.OpenAsync();

        var answer = await shop.Answers.AskAsync(question, language, TestContext.Current.CancellationToken);

        Assert.Equal(KnowledgeAnswerKind.Answer, answer.Kind);
        Assert.Equal("returns.policy", answer.Article!.Key);
        Assert.Contains(markdown, answer.Article.Markdown, StringComparison.Ordinal);
        Assert.Contains(plain, answer.Article.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain('{', answer.Article.Markdown);
        Assert.False(answer.Article.IsFallback);
    }

    [Fact]
    public async Task A_changed_policy_shows_in_the_next_answer_with_the_right_plural()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        shop.Values["returns.windowDays"] = "21";

        var russian = await shop.Answers.GetAsync("returns.policy", "ru", TestContext.Current.CancellationToken);
        shop.Values["returns.windowDays"] = "1";
        var polish = await shop.Answers.GetAsync("returns.policy", "pl", TestContext.Current.CancellationToken);

        Assert.Contains("21 дня", russian!.PlainText, StringComparison.Ordinal);
        Assert.Contains("1 dnia", polish!.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_whose_number_is_unknown_is_never_shown_with_a_hole()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        shop.Values.Remove("returns.windowDays");

        var got = await shop.Answers.GetAsync("returns.policy", "en", TestContext.Current.CancellationToken);
        var asked = await shop.Answers.AskAsync("What is your return policy?", "en", TestContext.Current.CancellationToken);

        Assert.Null(got);
        Assert.NotEqual("returns.policy", asked.Article?.Key);
        Assert.DoesNotContain(asked.Suggestions, suggestion => suggestion.Key == "returns.policy");
    }

    [Fact]
    public async Task A_language_without_the_article_gets_it_in_English_and_is_told_so()
    {
        await using var shop = await KnowledgeShop.OpenAsync();

        var article = await shop.Answers.GetAsync("returns.policy", "de", TestContext.Current.CancellationToken);

        Assert.True(article!.IsFallback);
        Assert.Equal("en", article.Language);
        Assert.Null(await shop.Answers.GetAsync("no.such.article", "pl", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("12345678")]
    [InlineData("?!…")]
    [InlineData("\uD800 \uDC00\uD83D")]
    [InlineData("thank you")]
    [InlineData("{returns.windowDays}")]
    public async Task Lines_that_ask_nothing_get_no_answer(string line)
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        foreach (var language in (string[])["en", "pl", "ru", "fa", "de"])
        {
            var answer = await shop.Answers.AskAsync(line, language, TestContext.Current.CancellationToken);
            Assert.True(answer.Kind == KnowledgeAnswerKind.None || line.StartsWith('{'), $"{language}: {answer}");
        }
    }

    [Theory]
    [InlineData("en", "delivery")]
    [InlineData("pl", "zwrot")]
    [InlineData("ru", "доставка")]
    [InlineData("fa", "مرجوعی")]
    public async Task One_word_that_several_articles_are_about_gets_choices(string language, string word)
    {
        await using var shop = await KnowledgeShop.OpenAsync();

        var answer = await shop.Answers.AskAsync(word, language, TestContext.Current.CancellationToken);

        Assert.Equal(KnowledgeAnswerKind.Suggestions, answer.Kind);
        Assert.InRange(answer.Suggestions.Count, 2, 3);
    }

    [Fact]
    public async Task A_huge_line_is_read_in_part()
    {
        await using var shop = await KnowledgeShop.OpenAsync();

        var answer = await shop.Answers.AskAsync(string.Concat(Enumerable.Repeat("return policy ", 200_000)), "en", TestContext.Current.CancellationToken);

        Assert.True(answer.Score <= 1);
    }

    [Fact]
    public void Of_articles_that_fit_alike_three_at_most_are_offered()
    {
        var ranking = new ArticleSearch([.. Enumerable.Range(0, 5).Select(number => new SearchableArticle(
            $"delivery.{number}", "en", new ArticleContent { Title = $"Delivery {number}", Variants = ["How is my parcel delivered?"], Answer = "By post." }))]);

        var answer = new Answerer(ranking, new Dictionary<string, string>(), NullLogger.Instance).Answer(new KnowledgeQuestion("how is a parcel delivered", "en"));

        Assert.Equal(KnowledgeAnswerKind.Suggestions, answer.Kind);
        Assert.Equal(3, answer.Suggestions.Count);
        Assert.All(answer.Suggestions, suggestion => Assert.StartsWith("Delivery", suggestion.Title, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("klarna?", "payment.methods", "payment.methods")]
    [InlineData("how do I return shoes", "delivery.time", "returns.policy")]
    [InlineData("how long do I wait for my refund", "returns.policy", null)]
    [InlineData("zzqx", "no.such", "")]
    public async Task Whatever_is_asked_about_something_known_gets_its_general_article(string question, string general, string? key)
    {
        await using var shop = await KnowledgeShop.OpenAsync();

        var answer = await shop.Answers.AskAsync(new KnowledgeQuestion(question, "en") { General = general }, TestContext.Current.CancellationToken);

        Assert.Equal(key?.Length == 0 ? KnowledgeAnswerKind.None : KnowledgeAnswerKind.Answer, answer.Kind);
        Assert.StartsWith(key ?? "returns.", answer.Article?.Key ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_tells_a_table_line_by_line_and_an_address_once()
    {
        var plain = PlainText.From("| To | Price |\n|---|--:|\n| Poland | **9** zł |\n| [EU](https://shop.example/eu) | 29 zł |\n\n~~Old~~ see www.shop.example.");

        Assert.Equal("To · Price\nPoland · 9 zł\nEU (https://shop.example/eu) · 29 zł\n\n see www.shop.example.", plain);
    }

    [Fact]
    public void Plain_text_keeps_lists_links_and_words()
    {
        var plain = PlainText.From("Read **this**:\n\n1. one\n2. [two](https://shop.example/two)\n\n- a `b`\n\nEnd & done.");

        Assert.Equal("Read this:\n\n1. one\n2. two (https://shop.example/two)\n\n• a b\n\nEnd & done.", plain);
    }
}
