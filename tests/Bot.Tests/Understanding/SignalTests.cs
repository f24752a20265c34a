using Warmline.Bot.Understanding;

namespace Warmline.Bot.Tests.Understanding;

public sealed class SignalTests
{
    private readonly Understander _engine = Engine.Default();

    [Theory]
    [InlineData("en", "this is ridiculous, I'm fed up")]
    [InlineData("pl", "to jest skandal, ile można czekać")]
    [InlineData("ru", "это безобразие, сколько можно ждать")]
    [InlineData("fa", "افتضاحه، دیگه خسته شدم")]
    public void Anger_is_heard_in_every_language(string language, string line)
    {
        var anger = _engine.Understand([line], language).Signals[Signals.Anger];

        Assert.True(anger.Strength > 0.5);
        Assert.NotEmpty(anger.Evidence);
    }

    [Theory]
    [InlineData("en", "where is my order?")]
    [InlineData("pl", "gdzie jest moja paczka?")]
    [InlineData("ru", "где мой заказ?")]
    [InlineData("fa", "سفارش من کجاست؟")]
    [InlineData("pl", "skorzystałem z usług, dziękuję")]
    public void A_plain_question_carries_no_anger_and_no_abuse(string language, string line)
    {
        var signals = _engine.Understand([line], language).Signals;

        Assert.Equal(Signal.None, signals[Signals.Anger]);
        Assert.Equal(Signal.None, signals[Signals.Abuse]);
        Assert.Equal(Signal.None, signals[Signals.Shouting]);
    }

    [Theory]
    [InlineData("en", "you are all idiots")]
    [InlineData("pl", "jesteście debilami")]
    [InlineData("ru", "вы там все дебилы")]
    [InlineData("fa", "همتون بی‌شعورید")]
    public void Abuse_is_told_apart_from_anger(string language, string line) =>
        Assert.True(_engine.Understand([line], language).Signals[Signals.Abuse].Strength >= 0.7);

    [Fact]
    public void Capitals_are_shouting_but_an_order_number_is_not()
    {
        Assert.True(_engine.Understand(["WHERE IS MY ORDER"], "en").Signals[Signals.Shouting].Strength > 0.9);
        Assert.Equal(Signal.None, _engine.Understand(["LO-10023 W1234567"], "en").Signals[Signals.Shouting]);
    }

    [Fact]
    public void Asking_for_a_person_comes_with_the_words_that_asked()
    {
        var asks = _engine.Understand(["ok, I want to talk to a human now"], "en").Signals[Signals.AsksForPerson];

        Assert.True(asks.Strength >= 0.9);
        Assert.Contains(asks.Evidence, quote => quote.Contains("talk to a human", StringComparison.Ordinal));
    }

    [Fact]
    public void Saying_the_same_again_is_noticed()
    {
        var before = new SoFar(["Hello", "Where is my blue kettle?"], []);

        var signals = _engine.Understand(["where is my blue kettle???"], "en", before).Signals;

        Assert.True(signals[Signals.Repeats].Strength > 0.9);
        Assert.Equal(["Where is my blue kettle?"], signals[Signals.Repeats].Evidence);
    }
}
