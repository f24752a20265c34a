using Warmline.Bot.Dialogs;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Tests.Understanding;

/// <summary>What customers say of returns, in forms the patterns were not written from.</summary>
public sealed class ReturnTopicTests
{
    private readonly Understander _engine = Engine.Default();

    [Theory]
    [InlineData("en", "i wanna give these shoes back", "StartReturn")]
    [InlineData("en", "id like to return smth", "StartReturn")]
    [InlineData("en", "looking to return my order", "StartReturn")]
    [InlineData("en", "return my order please", "StartReturn")]
    [InlineData("en", "can i swap it for a size L", "MayReturn Exchange")]
    [InlineData("en", "am I still able to send this back?", "MayReturn")]
    [InlineData("en", "is it too late to return it", "MayReturn ThisOne")]
    [InlineData("en", "it turned up in pieces", "Damaged")]
    [InlineData("en", "the lamp doesn't charge", "Defective")]
    [InlineData("en", "I never opened it", "StillSealed")]
    [InlineData("en", "I have opened the box already", "WasOpened")]
    [InlineData("en", "I've worn them twice", "WasUsed")]
    [InlineData("en", "a gift card would be fine", "ToGiftCard")]
    [InlineData("en", "back to my card", "ToSameWay")]
    [InlineData("pl", "chciałbym odesłać lampę", "StartReturn")]
    [InlineData("pl", "zgłaszam zwrot kubka", "StartReturn")]
    [InlineData("pl", "zwracam kubek", "StartReturn")]
    [InlineData("pl", "czy zdążę jeszcze odesłać talerze?", "MayReturn")]
    [InlineData("pl", "wymieńcie mi na większy rozmiar", "Exchange")]
    [InlineData("pl", "stłukł się w transporcie, pękł na pół", "Damaged")]
    [InlineData("pl", "lampa nie świeci", "Defective")]
    [InlineData("pl", "nie otwierałam pudełka", "StillSealed")]
    [InlineData("pl", "jest już rozpakowane", "WasOpened")]
    [InlineData("pl", "nosiłem je dwa razy", "WasUsed")]
    [InlineData("pl", "na kartę podarunkową", "ToGiftCard")]
    [InlineData("ru", "оформите возврат, пожалуйста", "StartReturn")]
    [InlineData("ru", "возвращаем заказ", "StartReturn")]
    [InlineData("ru", "верну кружку", "StartReturn")]
    [InlineData("ru", "ещё не поздно вернуть тарелки?", "MayReturn")]
    [InlineData("ru", "обменяйте на другой размер", "Exchange")]
    [InlineData("ru", "кружка треснутая", "Damaged")]
    [InlineData("ru", "лампа не горит", "Defective")]
    [InlineData("ru", "упаковку не вскрывали", "StillSealed")]
    [InlineData("ru", "уже распаковала", "WasOpened")]
    [InlineData("ru", "носила два раза", "WasUsed")]
    [InlineData("ru", "на подарочную карту", "ToGiftCard")]
    [InlineData("fa", "می‌خوام پسش بدم", "StartReturn")]
    [InlineData("fa", "لیوان را مرجوع می‌کنم", "StartReturn")]
    [InlineData("fa", "هنوز می‌تونم پسش بدم؟", "MayReturn")]
    [InlineData("fa", "این کالا قابل مرجوع کردن هست؟", "MayReturn")]
    [InlineData("fa", "با سایز بزرگ‌تر تعویض کنید", "Exchange")]
    [InlineData("fa", "لبه‌اش ترک خورده", "Damaged")]
    [InlineData("fa", "چراغ روشن نمی‌شه", "Defective")]
    [InlineData("fa", "هنوز بازش نکردم", "StillSealed")]
    [InlineData("fa", "بازش کردم", "WasOpened")]
    [InlineData("fa", "یک بار پوشیدمش", "WasUsed")]
    [InlineData("fa", "به کارت هدیه", "ToGiftCard")]
    public void A_line_speaks_of(string language, string line, string topics) =>
        Assert.Superset(topics.Split(' ').Select(Enum.Parse<Topic>).ToHashSet(), _engine.Understand([line], language).Topics.ToHashSet());

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public void The_button_under_an_article_starts_a_return(string language)
    {
        var said = _engine.Understand([Replies.Say("Return.Start", language)], language);

        Assert.True(said.Is(Topic.StartReturn) && !said.Is(Topic.MayReturn));
    }

    [Theory]
    [InlineData("en", "How long is the refund on its way?")]
    [InlineData("pl", "Ile trwa zwrot pieniędzy?")]
    [InlineData("ru", "Сколько дней идут деньги?")]
    [InlineData("fa", "هزینهٔ ارسال چقدر است؟")]
    public void A_question_in_general_starts_nothing(string language, string line) =>
        Assert.DoesNotContain(Topic.StartReturn, _engine.Understand([line], language).Topics);
}
