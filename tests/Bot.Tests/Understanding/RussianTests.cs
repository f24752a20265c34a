using Warmline.Bot.Dialogs;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Tests.Understanding;

/// <summary>Russian as customers write it: word order is free, and innocent words look like grave ones.</summary>
public sealed class RussianTests
{
    private readonly Understander _engine = Engine.Default();

    [Theory]
    [InlineData("заказ больше не нужен", "CancelOrChangeOrder")]
    [InlineData("в заказе ошибся адресом", "CancelOrChangeOrder")]
    [InlineData("без чека вернуть можно?", "ReturnPolicy")]
    [InlineData("куртка мне маловата", "ReturnPolicy")]
    [InlineData("доставляете СДЭКом?", "Delivery")]
    [InlineData("оплата при получении есть?", "Payment")]
    [InlineData("oplata ne proshla", "Payment")]
    [InlineData("посылка пришла, а внутри чужая вещь", "Complaint")]
    [InlineData("prislali ne tot tovar", "Complaint")]
    [InlineData("пусть мне завтра позвонят", "Callback")]
    [InlineData("zakaz tak i ne prishel", "OrderStatus")]
    [InlineData("подскажите, пожалуйста, по заказу", "OrderStatus")]
    [InlineData("я разговариваю с ботом?", "BotOrHuman")]
    [InlineData("мне оператора", "HumanAgent")]
    [InlineData("нет, не подошло, верну и закажу другой", "ReturnPolicy")]
    public void A_line_means_what_a_person_would_take_it_to_mean(string line, string intent) =>
        Assert.Equal(intent, _engine.Understand([line], "ru").Top.Intent.ToString());

    [Theory]
    [InlineData("мне менеджер сказал, что чайник есть", "HumanAgent")]
    [InlineData("не включается швейная машинка", "HumanAgent")]
    [InlineData("курьер мне так и не позвонил", "Callback")]
    [InlineData("есть другой цвет?", "Complaint")]
    [InlineData("сколько стоит хамелеон из керамики", "Complaint")]
    [InlineData("заказ не могу оплатить", "OrderStatus")]
    [InlineData("подскажите, где посмотреть размеры", "OrderStatus")]
    [InlineData("при получении вещь оказалась с дефектом", "Payment")]
    public void A_word_in_passing_is_not_a_wish(string line, string notMeant) =>
        Assert.False(_engine.Understand([line], "ru").Wants(Enum.Parse<Intent>(notMeant)));

    [Theory]
    [InlineData("я пошел в пункт выдачи, а там закрыто")]
    [InlineData("пошли на почту, посылки нет")]
    [InlineData("есть грубая ткань?")]
    public void Going_somewhere_is_no_insult(string line) =>
        Assert.Equal(Signal.None, _engine.Understand([line], "ru").Signals[Signals.Abuse]);

    [Theory]
    [InlineData("пошли вы")]
    [InlineData("да идите вы к черту, идите в жопу")]
    public void Being_sent_away_is_one(string line) =>
        Assert.True(_engine.Understand([line], "ru").Signals[Signals.Abuse].Strength >= 0.7);

    [Theory]
    [InlineData("Quick.Order", "OrderStatus")]
    [InlineData("Quick.Returns", "ReturnPolicy")]
    [InlineData("Quick.Callback", "Callback")]
    [InlineData("Quick.Person", "HumanAgent")]
    [InlineData("Quick.Yes", "Yes")]
    [InlineData("Quick.No", "No")]
    [InlineData("Quick.Cancel", "Cancel")]
    [InlineData("Quick.LeaveQueue", "LeaveQueue")]
    public void What_a_button_says_is_understood_when_typed(string key, string intent) =>
        Assert.Equal(intent, _engine.Understand([Replies.Say(key, "ru")], "ru").Top.Intent.ToString());
}
