using Warmline.Bot.Dialogs;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Tests.Understanding;

/// <summary>What is said every day in Persian shops, and the innocent words that look like something else.</summary>
public sealed class PersianTests
{
    private readonly Understander _engine = Engine.Default();

    [Theory]
    [InlineData("بسته‌ی من چی شد پس؟ دو روزه تو راهه", "OrderStatus")]
    [InlineData("سفارشم رسید؟", "OrderStatus")]
    [InlineData("سایت زده تحویل شده ولی من چیزی نگرفتم", "OrderStatus")]
    [InlineData("دو روز دیگه سفارشم میرسه؟", "OrderStatus")]
    [InlineData("کفش برام تنگه", "ReturnPolicy")]
    [InlineData("می‌خوام آدرسم رو عوض کنم", "CancelOrChangeOrder")]
    [InlineData("این سفارش را دیگر نمی‌خواهم", "CancelOrChangeOrder")]
    [InlineData("هنوز پولم واریز نشده", "Payment")]
    [InlineData("جنس عوضی فرستادین", "Complaint")]
    [InlineData("رنگ اشتباه فرستادید", "Complaint")]
    [InlineData("میشه با یکی از همکاراتون حرف بزنم", "HumanAgent")]
    [InlineData("چرا کسی جواب نمیده", "HumanAgent")]
    [InlineData("شما ربات هستید یا نه؟", "BotOrHuman")]
    [InlineData("دارم با آدم صحبت می‌کنم؟", "BotOrHuman")]
    [InlineData("میشه به من زنگ بزنید", "Callback")]
    [InlineData("سایزم موجود نیست", "ProductQuestion")]
    [InlineData("لطف کردید", "Thanks")]
    public void Everyday_Persian_is_understood(string line, string intent) =>
        Assert.Equal(intent, _engine.Understand([line], "fa").Top.Intent.ToString());

    [Theory]
    [InlineData("چطور می‌توانم با شما تماس بگیرم؟", "Callback")]
    [InlineData("تا ساعت چند می‌تونم زنگ بزنم؟", "Callback")]
    [InlineData("می‌خوام به یه نفر هدیه کنم", "HumanAgent")]
    [InlineData("می‌خوام آدرسم رو عوض کنم", "ReturnPolicy")]
    [InlineData("کیف پول چرم دارید؟", "Payment")]
    [InlineData("سفارش ارسال شده به دستم نرسیده", "Delivery")]
    [InlineData("چند روز دیگه تحویل میدید؟", "Complaint")]
    public void An_innocent_word_is_no_wish(string line, string notMeant) =>
        Assert.False(_engine.Understand([line], "fa").Wants(Enum.Parse<Intent>(notMeant)));

    [Theory]
    [InlineData("ببخشید، نفهمیدم")]
    [InlineData("این کیف چرم گاو است؟")]
    [InlineData("کالای عوضی رسیده")]
    [InlineData("دزدگیر ماشین دارید؟")]
    [InlineData("سطل آشغال بزرگ می‌خواهم")]
    [InlineData("چقدر باید پرداخت کنم؟")]
    [InlineData("بازم ممنون")]
    [InlineData("یک هفته پیش خرید کردم")]
    public void An_innocent_word_is_neither_anger_nor_abuse(string line)
    {
        var signals = _engine.Understand([line], "fa").Signals;

        Assert.Equal((0, 0), (signals[Signals.Anger].Strength, signals[Signals.Abuse].Strength));
    }

    [Theory]
    [InlineData("Quick.Order", "OrderStatus")]
    [InlineData("Quick.Returns", "ReturnPolicy")]
    [InlineData("Quick.Callback", "Callback")]
    [InlineData("Quick.Person", "HumanAgent")]
    [InlineData("Quick.Cancel", "Cancel")]
    [InlineData("Quick.LeaveQueue", "LeaveQueue")]
    public void The_bots_own_buttons_are_understood_when_typed(string label, string intent) =>
        Assert.Equal(intent, _engine.Understand([Replies.Say(label, "fa")], "fa").Top.Intent.ToString());
}
