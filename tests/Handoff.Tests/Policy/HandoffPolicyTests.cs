using Warmline.Handoff.Policy;

namespace Warmline.Handoff.Tests.Policy;

/// <summary>The decision alone: turns in, with what was noticed in each; out comes how far the last of them goes, and why.</summary>
public sealed class HandoffPolicyTests
{
    private readonly PolicyOptions _options = new();

    [Fact]
    public void A_calm_customer_stays_with_the_bot() => Assert.Equal(HandoffKind.Stay, Last(Turn(1), Turn(2, ("frustration", 0.3))).Kind);

    [Fact]
    public void Who_asks_for_a_person_gets_one_at_once()
    {
        var decision = Last(Turn(1, ("asks_for_person", 0.9)));

        Assert.Equal((HandoffKind.HandOver, 1.0, "asked"), (decision.Kind, decision.Score, decision.Reason));
        Assert.Equal(["words of asks_for_person"], decision.Evidence);
    }

    [Theory]
    [InlineData("legal")]
    [InlineData("chargeback")]
    [InlineData("press")]
    [InlineData("vulnerability")]
    [InlineData("abuse")]
    public void What_no_bot_should_settle_skips_the_ladder(string signal)
    {
        Assert.Equal((HandoffKind.HandOver, signal), KindAndReason(Last(Turn(1, (signal, 0.8)))));
        Assert.Equal(HandoffKind.Stay, Last(Turn(1, (signal, 0.3))).Kind);
    }

    [Fact]
    public void Asking_the_same_for_the_third_time_brings_a_person_and_names_the_lines()
    {
        var decision = Last(Turn(1), Turn(3, ("repeats", 0.8)), Turn(5, ("repeats", 0.9)));

        Assert.Equal((HandoffKind.HandOver, "repeats"), KindAndReason(decision));
        Assert.Equal([3, 5], decision.Reasons[0].Lines);
    }

    [Fact]
    public void A_bot_that_answers_the_same_again_and_again_is_not_laid_at_the_customers_door() =>
        Assert.Equal((HandoffKind.HandOver, "loop"), KindAndReason(Last(Turn(1), Turn(3, ("loop", 0.9)), Turn(5, ("loop", 0.9)))));

    [Fact]
    public void A_bot_that_was_set_right_in_vain_gives_way_to_a_person() =>
        Assert.Equal((HandoffKind.HandOver, "not_understood"), KindAndReason(Last(Turn(1), Turn(3, ("not_understood", 0.7)), Turn(5, ("not_understood", 0.7)))));

    [Fact]
    public void Something_else_said_in_between_begins_the_count_anew() =>
        Assert.NotEqual(HandoffKind.HandOver, Last(Turn(1, ("repeats", 0.8)), Turn(3), Turn(5, ("repeats", 0.8))).Kind);

    [Fact]
    public void Anger_is_offered_a_person_and_anger_on_anger_gets_one()
    {
        Assert.Equal(HandoffKind.Offer, Last(Turn(1, ("anger", 0.9))).Kind);
        var decision = Last(Turn(1, ("anger", 0.9)), Turn(3, ("anger", 0.9), ("frustration", 0.9)));

        Assert.Equal((HandoffKind.HandOver, "anger"), KindAndReason(decision));
        Assert.Equal([1, 3], decision.Reasons[0].Lines);
    }

    [Fact]
    public void Tension_wears_off()
    {
        var angry = Last(Turn(1, ("anger", 0.9)));

        Assert.True(Last(Turn(1, ("anger", 0.9)), Turn(3), Turn(5)).Memory.Tension < angry.Memory.Tension / 2);
    }

    [Fact]
    public void A_customer_of_special_standing_is_offered_a_person_sooner()
    {
        Assert.Equal(HandoffKind.Stay, Last(Turn(1, ("frustration", 0.9))).Kind);
        Assert.Equal(HandoffKind.Offer, Last(Turn(1, ("frustration", 0.9), ("vip", 1))).Kind);
    }

    [Theory]
    [InlineData(0, HandoffKind.Stay)]
    [InlineData(1, HandoffKind.Clarify)]
    [InlineData(2, HandoffKind.Offer)]
    [InlineData(3, HandoffKind.HandOver)]
    public void Failures_go_up_the_ladder(int failed, HandoffKind kind) => Assert.Equal(kind, Last(new NoticedTurn(1, [], failed, null)).Kind);

    [Fact]
    public void A_shop_names_topics_that_are_for_people()
    {
        _options.OfferTopics.Add("complaint");

        Assert.Equal((HandoffKind.Offer, "topic"), KindAndReason(Last(new NoticedTurn(1, [], 0, "complaint"))));
    }

    private static NoticedTurn Turn(long seq, params (string Name, double Strength)[] signals) =>
        new(seq, [.. signals.Select(signal => new NoticedSignal(signal.Name, signal.Strength, [$"words of {signal.Name}"]))], 0, null);

    private static (HandoffKind Kind, string Reason) KindAndReason(HandoffDecision decision) => (decision.Kind, decision.Reason);

    private HandoffDecision Last(params NoticedTurn[] turns) => turns
        .Aggregate(new HandoffDecision(HandoffKind.Stay, 0, [], new PolicyMemory()), (before, turn) => HandoffPolicy.Decide(turn, before.Memory, _options));
}
