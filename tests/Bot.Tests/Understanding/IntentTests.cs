using Warmline.Bot.Understanding;

namespace Warmline.Bot.Tests.Understanding;

/// <summary>Sentences here are written apart from the rules; a rule that copies one of them proves nothing.</summary>
public sealed class IntentTests
{
    private readonly Understander _engine = Engine.Default();

    [Theory]
    [InlineData("en", "Hi! Could you tell me where my parcel is?", "OrderStatus")]
    [InlineData("en", "wheres my stuff, its been two weeks", "OrderStatus")]
    [InlineData("en", "my order still hasn't arrived", "OrderStatus")]
    [InlineData("en", "whre is my pakcage", "OrderStatus")]
    [InlineData("en", "when will it arrive?", "OrderStatus")]
    [InlineData("en", "I don't want to return it, I want to know where it is", "OrderStatus")]
    [InlineData("en", "How do I send these shoes back?", "ReturnPolicy")]
    [InlineData("en", "i wanna retrun my jacket", "ReturnPolicy")]
    [InlineData("en", "how many days do I have to return something", "ReturnPolicy")]
    [InlineData("en", "what does shipping to Germany cost?", "Delivery")]
    [InlineData("en", "my card was declined", "Payment")]
    [InlineData("en", "I want to cancel my order", "CancelOrChangeOrder")]
    [InlineData("en", "can I still change the delivery address?", "CancelOrChangeOrder")]
    [InlineData("en", "the mug came broken", "Complaint")]
    [InlineData("en", "I want to talk to a human", "HumanAgent")]
    [InlineData("en", "let me speak with someone real please", "HumanAgent")]
    [InlineData("en", "I don't want a bot, get me a person", "HumanAgent")]
    [InlineData("en", "human", "HumanAgent")]
    [InlineData("en", "no, I want a person", "HumanAgent")]
    [InlineData("en", "I'd feel safer talking with an actual adviser", "HumanAgent")]
    [InlineData("en", "patch me through", "HumanAgent")]
    [InlineData("ru", "переключите нас, пожалуйста, на кого-нибудь", "HumanAgent")]
    [InlineData("en", "are you a robot?", "BotOrHuman")]
    [InlineData("ru", "вы бот?", "BotOrHuman")]
    [InlineData("en", "no, it didn't help", "No")]
    [InlineData("pl", "tak, pomogło", "Yes")]
    [InlineData("en", "please call me back tomorrow", "Callback")]
    [InlineData("en", "is the blue one in stock?", "ProductQuestion")]
    [InlineData("en", "good morning", "Greeting")]
    [InlineData("en", "thanks a lot!", "Thanks")]
    [InlineData("en", "yes please", "Yes")]
    [InlineData("en", "ok", "Yes")]
    [InlineData("en", "no thanks", "No")]
    [InlineData("en", "cancel", "Cancel")]
    [InlineData("en", "never mind", "Cancel")]
    [InlineData("en", "go back", "Back")]
    [InlineData("en", "leave the queue", "LeaveQueue")]
    [InlineData("en", "what a humane way to treat sheep", "Other")]
    [InlineData("en", "the weather is lovely on Mars", "Other")]
    [InlineData("pl", "Dzień dobry, gdzie jest moja paczka?", "OrderStatus")]
    [InlineData("pl", "gdzie moje zamowienie", "OrderStatus")]
    [InlineData("pl", "paczka do mnie nie dotarła", "OrderStatus")]
    [InlineData("pl", "nie chcę zwracać, chcę wiedzieć gdzie jest paczka", "OrderStatus")]
    [InlineData("pl", "chciałbym oddać buty", "ReturnPolicy")]
    [InlineData("pl", "jak moge zwrocic sukienke", "ReturnPolicy")]
    [InlineData("pl", "ile kosztuje dostawa?", "Delivery")]
    [InlineData("pl", "czy moge zaplacic blikiem", "Payment")]
    [InlineData("pl", "chcę anulować zamówienie", "CancelOrChangeOrder")]
    [InlineData("pl", "przyszedł uszkodzony czajnik", "Complaint")]
    [InlineData("pl", "chcę porozmawiać z człowiekiem", "HumanAgent")]
    [InlineData("pl", "polaczcie mnie z konsultantem", "HumanAgent")]
    [InlineData("pl", "konsultant", "HumanAgent")]
    [InlineData("pl", "proszę oddzwonić jutro po 15", "Callback")]
    [InlineData("pl", "czy te buty są dostępne w rozmiarze 42?", "ProductQuestion")]
    [InlineData("pl", "cześć", "Greeting")]
    [InlineData("pl", "dziękuję bardzo", "Thanks")]
    [InlineData("pl", "tak", "Yes")]
    [InlineData("pl", "nie, dziękuję", "No")]
    [InlineData("pl", "anuluj", "Cancel")]
    [InlineData("pl", "wróć", "Back")]
    [InlineData("pl", "nie chcę już czekać", "LeaveQueue")]
    [InlineData("ru", "Здравствуйте, где мой заказ?", "OrderStatus")]
    [InlineData("ru", "посылка так и не пришла", "OrderStatus")]
    [InlineData("ru", "gde moy zakaz", "OrderStatus")]
    [InlineData("ru", "не хочу возвращать, хочу узнать где посылка", "OrderStatus")]
    [InlineData("ru", "как вернуть куртку?", "ReturnPolicy")]
    [InlineData("ru", "hochu vernut tovar", "ReturnPolicy")]
    [InlineData("ru", "сколько стоит доставка", "Delivery")]
    [InlineData("ru", "оплата не проходит", "Payment")]
    [InlineData("ru", "отмените мой заказ", "CancelOrChangeOrder")]
    [InlineData("ru", "прислали не тот товар", "Complaint")]
    [InlineData("ru", "позовите оператора", "HumanAgent")]
    [InlineData("ru", "хочу поговорить с живым человеком", "HumanAgent")]
    [InlineData("ru", "перезвоните мне завтра", "Callback")]
    [InlineData("ru", "есть ли этот чайник в наличии?", "ProductQuestion")]
    [InlineData("ru", "добрый день", "Greeting")]
    [InlineData("ru", "спасибо большое", "Thanks")]
    [InlineData("ru", "да", "Yes")]
    [InlineData("ru", "нет, спасибо", "No")]
    [InlineData("ru", "отмена", "Cancel")]
    [InlineData("ru", "назад", "Back")]
    [InlineData("ru", "я больше не хочу ждать", "LeaveQueue")]
    [InlineData("fa", "سلام، سفارش من کجاست؟", "OrderStatus")]
    [InlineData("fa", "بسته‌ام هنوز نرسیده", "OrderStatus")]
    [InlineData("fa", "سفارشم كي مي‌رسد؟", "OrderStatus")]
    [InlineData("fa", "نمی‌خواهم پس بدهم، می‌خواهم بدانم سفارشم کجاست", "OrderStatus")]
    [InlineData("fa", "چطور می تونم این کفش رو مرجوع کنم؟", "ReturnPolicy")]
    [InlineData("fa", "هزینه ارسال چقدر است؟", "Delivery")]
    [InlineData("fa", "پرداخت من ناموفق بود", "Payment")]
    [InlineData("fa", "می‌خوام سفارشم رو لغو کنم", "CancelOrChangeOrder")]
    [InlineData("fa", "لیوان شکسته به دستم رسید", "Complaint")]
    [InlineData("fa", "می‌خواهم با یک انسان صحبت کنم", "HumanAgent")]
    [InlineData("fa", "منو به اپراتور وصل کنید", "HumanAgent")]
    [InlineData("fa", "لطفاً با من تماس بگیرید", "Callback")]
    [InlineData("fa", "سلام", "Greeting")]
    [InlineData("fa", "خیلی ممنون", "Thanks")]
    [InlineData("fa", "بله", "Yes")]
    [InlineData("fa", "نه ممنون", "No")]
    [InlineData("fa", "انصراف", "Cancel")]
    [InlineData("fa", "مرحله قبل", "Back")]
    [InlineData("fa", "خروج از صف", "LeaveQueue")]
    public void A_customer_s_line_means_what_a_person_would_take_it_to_mean(string language, string line, string intent)
    {
        var understood = _engine.Understand([line], language);

        Assert.Equal(intent, understood.Top.Intent.ToString());
    }

    [Theory]
    [InlineData("I want to cancel my order", "Cancel")]
    [InlineData("don't call me", "Callback")]
    [InlineData("I have to go back to work soon, where is my order?", "Back")]
    [InlineData("the agent was rude", "HumanAgent")]
    [InlineData("I do not want a refund, it is fine", "ReturnPolicy")]
    public void Words_inside_a_sentence_are_not_mistaken_for_a_wish(string line, string notMeant)
    {
        var understood = _engine.Understand([line], "en");

        Assert.False(understood.Wants(Enum.Parse<Intent>(notMeant)));
    }

    [Theory]
    [InlineData("en", "I do not need an agent")]
    [InlineData("pl", "nie trzeba konsultanta")]
    [InlineData("ru", "не надо меня ни на кого переключать")]
    [InlineData("fa", "نیازی به اپراتور نیست")]
    [InlineData("fa", "احتیاجی به پشتیبان نیست")]
    public void Who_needs_no_person_asks_for_none(string language, string line) =>
        Assert.False(_engine.Understand([line], language).Wants(Intent.HumanAgent));

    [Fact]
    public void Two_wishes_in_one_turn_are_both_heard()
    {
        var understood = _engine.Understand(["where is my order?", "and please call me back"], "en");

        Assert.True(understood.Wants(Intent.OrderStatus));
        Assert.True(understood.Wants(Intent.Callback));
    }

    [Fact]
    public void Evidence_quotes_the_customer_s_own_words()
    {
        var understood = _engine.Understand(["Dzień dobry, gdzie jest moja Paczka?"], "pl");

        Assert.Contains("gdzie jest moja Paczka", understood.Top.Evidence);
    }

    [Theory]
    [InlineData("Gdzie jest moje zamówienie?", "en", "pl")]
    [InlineData("gdzie jest moja paczka", "en", "pl")]
    [InlineData("где заказ", "en", "ru")]
    [InlineData("gde moy zakaz", "pl", "ru")]
    [InlineData("سفارش من کجاست", "en", "fa")]
    [InlineData("Where is my order?", "fa", "en")]
    [InlineData("W1234567", "fa", "fa")]
    [InlineData("ok", "pl", "pl")]
    public void The_language_is_the_line_s_own_or_else_the_conversation_s(string line, string conversation, string expected) =>
        Assert.Equal(expected, _engine.Understand([line], conversation).Language);

    [Theory]
    [InlineData("")]
    [InlineData("   \u200C ")]
    [InlineData("\uD800 broken \uDC00")]
    [InlineData("<script>alert('x')</script>")]
    [InlineData("((((((|||*** .. (a|b")]
    public void Nothing_a_customer_types_breaks_it(string line) =>
        Assert.NotEmpty(_engine.Understand([line], "en").Intents);

    [Theory]
    [InlineData("where ")]
    [InlineData("a")]
    [InlineData("a@a.")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("!")]
    public void A_very_long_line_is_answered_all_the_same(string piece)
    {
        var understood = _engine.Understand([string.Concat(Enumerable.Repeat(piece, 20_000))], "en");

        Assert.NotEmpty(understood.Intents);
    }

    [Fact]
    public void No_lines_at_all_mean_nothing() =>
        Assert.Equal(Intent.Other, _engine.Understand([], "en").Top.Intent);

    [Theory]
    [InlineData("pl", "mój brat dorabia w obsłudze klienta")]
    [InlineData("ru", "подруга устроилась в службу поддержки банка")]
    public void Who_only_speaks_of_such_people_is_not_put_through(string language, string line) =>
        Assert.False(_engine.Understand([line], language).Wants(Intent.HumanAgent));
}
