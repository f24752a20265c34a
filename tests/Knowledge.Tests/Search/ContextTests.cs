using Microsoft.Extensions.Logging.Abstractions;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Tests.Search;

public sealed class ContextTests
{
    private static readonly Dictionary<string, string> Values = new() { ["returns.windowDays"] = "14" };

    [Theory]
    [InlineData("en", "How many days do I have to return something?", "and for shoes?", "Shoes: 14")]
    [InlineData("pl", "Ile dni mam na zwrot towaru?", "a buty?", "Buty: 14")]
    [InlineData("ru", "Сколько дней есть на возврат товара?", "а для обуви?", "Обувь: 14")]
    [InlineData("fa", "چند روز برای مرجوع کردن کالا وقت دارم؟", "و برای کفش؟", "کفش: ۱۴")]
    public void A_short_line_goes_on_from_the_last_question(string language, string first, string then, string expected)
    {
        var before = new KnowledgeContext(first, Articles.KeyOfReturns, AskedBack: false);

        var goesOn = Ask(language, then, before);
        var alone = Ask(language, then, before: null);

        Assert.Equal(expected, goesOn.Article?.Markdown);
        Assert.NotEqual(KnowledgeAnswerKind.Answer, alone.Kind);
    }

    [Theory]
    [InlineData("en", "How many days do I have to return something?", "sneakers", "Shoes: 14")]
    [InlineData("pl", "Ile dni mam na zwrot towaru?", "sukienkę", "Ubrania: 14")]
    [InlineData("ru", "Сколько дней есть на возврат товара?", "Обувь", "Обувь: 14")]
    [InlineData("fa", "چند روز برای مرجوع کردن کالا وقت دارم؟", "لباس", "لباس: ۱۴")]
    public void What_depends_on_a_case_is_asked_back_once_and_the_case_answers(string language, string question, string named, string expected)
    {
        var asked = Ask(language, question, before: null);
        var answer = Ask(language, named, new KnowledgeContext(question, Articles.KeyOfReturns, AskedBack: true));

        Assert.Equal(KnowledgeAnswerKind.AskBack, asked.Kind);
        Assert.Equal(2, asked.AskBack!.Cases.Count);
        Assert.NotEmpty(asked.AskBack.Question);
        Assert.Equal(expected, answer.Article?.Markdown);
    }

    [Fact]
    public void A_case_named_in_the_question_or_known_before_is_not_asked()
    {
        var named = Ask("en", "How many days do I have to return sneakers?", before: null);
        var known = Ask(new KnowledgeQuestion("How many days do I have to return something?", "en") { Facts = ["dress"] });

        Assert.Equal("Shoes: 14", named.Article?.Markdown);
        Assert.Equal("Clothes: 14", known.Article?.Markdown);
    }

    [Fact]
    public void Another_question_after_one_asked_back_is_answered_by_itself()
    {
        var answer = Ask("en", "How much is delivery?", new KnowledgeContext("return policy", Articles.KeyOfReturns, AskedBack: true));

        Assert.Equal("delivery.cost", answer.Article?.Key);
    }

    [Fact]
    public void Articles_for_signed_in_customers_are_found_by_no_others()
    {
        var question = new KnowledgeQuestion("How many points have I collected?", "en");

        Assert.NotEqual("account.points", Ask(question).Article?.Key);
        Assert.Equal("account.points", Ask(question with { IsSignedIn = true }).Article?.Key);
    }

    [Fact]
    public void An_answer_brings_the_editors_buttons()
    {
        var button = Assert.Single(Ask("en", "How many days do I have to return sneakers?", before: null).Article!.Buttons);

        Assert.Equal("start_return", button.Task);
        Assert.Null(button.Link);
    }

    [Fact]
    public void The_test_pane_is_told_why_an_article_answers()
    {
        var why = Articles.Of("en").Explain(new KnowledgeQuestion("how much do you charge for delivery", "en"));

        Assert.Equal("delivery.cost", why[0].Key);
        Assert.Contains("delivery", why[0].Words);
        Assert.InRange(why[0].Evidence.Known, 0.01, 1);
        Assert.Equal(why.OrderByDescending(each => each.Score), why);
    }

    private static KnowledgeAnswer Ask(string language, string text, KnowledgeContext? before) => Ask(new KnowledgeQuestion(text, language) { Before = before });

    private static KnowledgeAnswer Ask(KnowledgeQuestion question) =>
        new Answerer(Articles.Of(question.Language), Values, NullLogger.Instance).Answer(question);
}
