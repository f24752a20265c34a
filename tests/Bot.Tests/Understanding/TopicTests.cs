using Warmline.Bot.Understanding;

namespace Warmline.Bot.Tests.Understanding;

public sealed class TopicTests
{
    private readonly Understander _engine = Engine.Default();

    [Theory]
    [InlineData("en", "please cancel my order LL-2407", "CancelOrder")]
    [InlineData("en", "I don't want to cancel the order, where is it?", "")]
    [InlineData("en", "I gave you the wrong address", "ChangeAddress")]
    [InlineData("en", "can I still return the headphones?", "MayReturn")]
    [InlineData("en", "I want to send these boots back, they are too small", "StartReturn DoesNotFit")]
    [InlineData("en", "which items are in it?", "OrderItems")]
    [InlineData("en", "and the other one?", "OtherOrder")]
    [InlineData("en", "who signed for it?", "OrderReceiver")]
    [InlineData("en", "how much did I pay?", "OrderTotal")]
    [InlineData("en", "let's start over", "StartOver")]
    [InlineData("en", "I want to send something back", "StartReturn")]
    [InlineData("en", "no, never used", "NotUsed")]
    [InlineData("pl", "proszę anulować zamówienie", "CancelOrder")]
    [InlineData("pl", "podałam zły adres", "ChangeAddress")]
    [InlineData("pl", "chcę zwrócić buty, są za małe", "StartReturn DoesNotFit")]
    [InlineData("pl", "co było w tym zamówieniu?", "OrderItems")]
    [InlineData("pl", "a drugie?", "OtherOrder")]
    [InlineData("pl", "kto odebrał paczkę?", "OrderReceiver")]
    [InlineData("pl", "zacznijmy od nowa", "StartOver")]
    [InlineData("ru", "отмените заказ, пожалуйста", "CancelOrder")]
    [InlineData("ru", "нужно изменить адрес доставки", "ChangeAddress")]
    [InlineData("ru", "хочу вернуть чайник, он не работает", "StartReturn Defective")]
    [InlineData("ru", "что было в посылке?", "OrderItems")]
    [InlineData("ru", "а второй?", "OtherOrder")]
    [InlineData("ru", "кто получил?", "OrderReceiver")]
    [InlineData("fa", "پولم را می‌خواهم", "MoneyBack")]
    [InlineData("fa", "استفاده نشده", "NotUsed")]
    [InlineData("fa", "سفارشم رو لغو کنید", "CancelOrder")]
    [InlineData("fa", "آدرس را اشتباه وارد کردم", "ChangeAddress")]
    [InlineData("fa", "می‌خواهم کفش را پس بدهم", "StartReturn")]
    [InlineData("fa", "چی توش بود؟", "OrderItems")]
    [InlineData("fa", "اون یکی چی؟", "OtherOrder")]
    [InlineData("fa", "از اول شروع کنیم", "StartOver")]
    public void A_line_speaks_of(string language, string line, string topics)
    {
        var understood = _engine.Understand([line], language);

        Assert.Superset(topics.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Topic>).ToHashSet(), understood.Topics.ToHashSet());
        Assert.Equal(topics.Contains("CancelOrder", StringComparison.Ordinal), understood.Is(Topic.CancelOrder));
    }
}
