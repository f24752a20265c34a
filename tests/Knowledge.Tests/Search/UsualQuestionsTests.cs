using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Tests.Search;

/// <summary>What is ranked first where no word that says something is known.</summary>
public sealed class UsualQuestionsTests
{
    private static readonly RankedArticle Advice = new(
        "advice", "en", "Which product suits me?",
        ["I need a protein", "I want a good soap", "Need something for my skin", "I want vitamins", "Can I get creatine", "I need an oil for hair"], "We advise you.");

    private static readonly RankedArticle Stores = new("stores", "en", "Where are your shops?", ["Do you have a shop in Delhi?", "Is there a shop near me?"], "In Delhi.");

    private static readonly HashSet<string> Both = ["advice", "stores"];
    private readonly KnowledgeRanking _ranking = KnowledgeRanking.Of([Advice, Stores]);

    [Fact]
    public void A_thing_that_nobody_knows_is_ranked_by_how_it_is_asked_for_and_not_answered()
    {
        var (kind, keys, confidence) = _ranking.Rank("I need a zibblefrop", "en");

        Assert.Equal(KnowledgeAnswerKind.None, kind);
        Assert.Equal("advice", keys[0]);
        Assert.InRange(confidence, 0, 0.1);
    }

    [Fact]
    public void Every_article_that_has_to_do_with_a_question_is_weighed_best_first()
    {
        var weighed = _ranking.Weigh("Is there a shop where I can get vitamins?", "en", Both);

        Assert.Equal(2, weighed.Count);
        Assert.True(weighed[0].Fit >= weighed[1].Fit && weighed[1].Fit > 0, $"{weighed[0]}, {weighed[1]}");
        Assert.Equal(["stores"], _ranking.Weigh("Is there a shop where I can get vitamins?", "en", new HashSet<string> { "stores" }).Select(each => each.Key));
        Assert.Empty(_ranking.Weigh("xyzzy plugh", "en", Both));
    }
}
