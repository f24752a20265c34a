using Microsoft.Extensions.DependencyInjection;
using Warmline.Knowledge.Articles.Editing;
using Warmline.Knowledge.Asked;
using Warmline.Knowledge.Asked.Topics;
using Warmline.Knowledge.Tests.Articles;

namespace Warmline.Knowledge.Tests.Asked;

public sealed class TopicTests
{
    private static readonly DateTime Now = new(2026, 2, 2, 11, 0, 0, DateTimeKind.Utc);

    // Three things asked in each language, in different words.
    private static readonly Dictionary<string, string[][]> Groups = new()
    {
        ["en"] =
        [
            ["Do you gift wrap orders?", "gift wrapping possible?", "can you wrap it as a gift", "is gift wrap available"],
            ["Do you have a shop in Berlin?", "where is your Berlin store", "address of the shop in Berlin", "Berlin store opening hours"],
            ["Can I pay with bitcoin?", "do you accept bitcoin", "bitcoin payment", "pay in bitcoin?"],
        ],
        ["pl"] =
        [
            ["Czy pakujecie na prezent?", "pakowanie na prezent", "czy można zapakować prezent", "zapakujcie jako prezent"],
            ["Czy macie sklep w Krakowie?", "adres sklepu w Krakowie", "sklep stacjonarny Kraków", "gdzie w Krakowie jest sklep"],
            ["Czy mogę zapłacić bitcoinem?", "płatność bitcoinami", "czy przyjmujecie bitcoiny", "zapłata bitcoin"],
        ],
        ["ru"] =
        [
            ["Вы упаковываете подарки?", "подарочная упаковка есть?", "упаковать в подарочную упаковку", "можно упаковать подарок"],
            ["Есть ли магазин в Казани?", "адрес магазина в Казани", "казань магазин", "где в Казани ваш магазин"],
            ["Можно оплатить биткоином?", "оплата биткоинами", "принимаете биткоин", "заплатить биткоином"],
        ],
        ["fa"] =
        [
            ["بسته‌بندی کادویی دارید؟", "کادو بسته‌بندی می‌کنید", "بسته‌بندی کادو", "هزینه بسته‌بندی کادویی"],
            ["در شیراز شعبه دارید؟", "آدرس شعبه شیراز", "شعبه شیراز کجاست", "شیراز شعبه"],
            ["با بیت‌کوین می‌شود پرداخت کرد؟", "پرداخت با بیت‌کوین", "بیت‌کوین قبول می‌کنید", "بیت‌کوین"],
        ],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public void The_same_in_other_words_is_one_topic(string language)
    {
        var bad = Questions(language);

        var topics = AskedTopics.Of(language, bad, []);

        // Pairs that belong together and are together, and pairs that are together and belong so.
        var groupOf = Groups[language].SelectMany((group, number) => group.Select(words => (words, number))).ToDictionary(each => each.words, each => each.number);
        var pairs = topics.SelectMany(topic => Pairs([.. topic.Examples.Select(example => groupOf[example.Words])])).ToList();
        var wanted = Groups[language].Sum(group => group.Length * (group.Length - 1) / 2);
        Assert.All(pairs, pair => Assert.Equal(pair.Left, pair.Right));
        Assert.InRange(pairs.Count / (double)wanted, 0.6, 1);
        Assert.Equal(topics.Select(topic => topic.Id), AskedTopics.Of(language, [.. Enumerable.Reverse(bad)], []).Select(topic => topic.Id));
    }

    [Fact]
    public async Task A_topic_counts_what_was_asked_in_vain_and_makes_a_draft_with_its_variants()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        await shop.Services.GetRequiredService<AskedQuestions>().TakeAsync(
            [.. Groups["en"][0].Select((words, n) => new AskedTurn($"c{n}", 2, "en", Now) { Question = new(words, AskedOutcome.None, [], 0.1), HandedOver = n == 0 }),
             new AskedTurn("glad", 2, "en", Now) { Question = new("How do I return something?", AskedOutcome.Answer, ["returns.how"], 0.9) }],
            Cancel);

        var topics = shop.Services.GetRequiredService<AskedTopics>();
        var topic = Assert.Single(await topics.ListAsync("en", Now.AddDays(-30), 2, Cancel));
        var before = await topics.DraftedAsync([topic], Cancel);
        var drafts = shop.Services.GetRequiredService<QuestionDrafts>();
        var (made, key) = await drafts.FromTopicAsync(Newsroom.Ewa, topic, Cancel);
        var (again, _) = await drafts.FromTopicAsync(Newsroom.Omid, topic, Cancel);
        var refused = await drafts.FromTopicAsync(Newsroom.Visitor, topic with { Id = "other" }, Cancel);

        Assert.Empty(before);
        Assert.Equal(key, (await topics.DraftedAsync([topic], Cancel))[topic.Id]);
        Assert.Equal(4, topic.Newest.Count);
        Assert.Equal((4, 4, 1), (topic.Questions, topic.Unanswered, topic.Handoffs));
        var draft = (await shop.Services.GetRequiredService<ArticleShelf>().OpenAsync(key, "en", Cancel))!.Draft!;
        Assert.True(made.IsDone);
        Assert.Equal(EditRefusal.NoRight, refused.Result.Refusal);
        Assert.Equal(topic.Name, draft.Title);
        Assert.Equal(topic.Examples.Select(example => example.Words).Where(words => words != topic.Name), draft.Variants);
        Assert.True(again.IsDone || again.Refusal == EditRefusal.AlreadyThere);
    }

    [Fact]
    public async Task A_topic_that_gets_another_name_is_still_found_and_keeps_its_draft()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        var (asked, topics) = (shop.Services.GetRequiredService<AskedQuestions>(), shop.Services.GetRequiredService<AskedTopics>());
        await asked.TakeAsync([.. Groups["en"][0].Select((words, n) => new AskedTurn($"c{n}", 2, "en", Now) { Question = new(words, AskedOutcome.None, [], 0.1) })], Cancel);
        var before = Assert.Single(await topics.ListAsync("en", Now.AddDays(-30), 1, Cancel));
        var (_, key) = await shop.Services.GetRequiredService<QuestionDrafts>().FromTopicAsync(Newsroom.Ewa, before, Cancel);

        // More and more say it in other words, until theirs are the middle.
        var other = before.Examples.Last(example => example.Words != before.Name).Words;
        var after = before;
        for (var n = 10; n < 20 && after.Id == before.Id; n++)
        {
            await asked.TakeAsync([new AskedTurn($"c{n}", 2, "en", Now) { Question = new(other, AskedOutcome.None, [], 0.1) }], Cancel);
            after = (await topics.ListAsync("en", Now.AddDays(-30), 1, Cancel))[0];
        }

        Assert.NotEqual(before.Id, after.Id);
        Assert.Equal(after.Id, (await topics.FindAsync(before.Id, "en", Now.AddDays(-30), Cancel))!.Id);
        Assert.Equal(key, (await topics.DraftedAsync([after], Cancel))[after.Id]);
    }

    [Fact]
    public void A_handoff_is_counted_once_however_many_of_its_questions_are_in_the_topic()
    {
        var story = new QuestionStory([]);
        var questions = Groups["en"][0].Take(2).Select((words, n) =>
            story.Take(new AskedTurn("c1", 2 + (2 * n), "en", Now) { Question = new(words, AskedOutcome.None, [], 0.1), HandedOver = n == 1 })!).ToList();

        var topic = Assert.Single(AskedTopics.Of("en", [.. questions.Select(question => new BadQuestion(question, false))], []));

        Assert.Equal((2, 1), (topic.Questions, topic.Handoffs));
    }

    private static List<BadQuestion> Questions(string language) => [.. Groups[language].SelectMany(group => group).Select((words, n) => new BadQuestion(
        CustomerQuestion.Of(new AskedTurn($"c{n}", 2, language, Now), new AskedWords(words, AskedOutcome.None, [], 0.1)), false))];

    private static IEnumerable<(int Left, int Right)> Pairs(int[] groups) =>
        groups.SelectMany((left, at) => groups.Skip(at + 1).Select(right => (left, right)));
}
