using Warmline.Bot.Dialogs;

namespace Warmline.Bot.Tests.Stories;

/// <summary>What customers of one language say who want an order changed.</summary>
internal sealed record ChangeSaid(string Language, string Cancelling, string YesCancel, string Readdressing, string NewAddress, string CityIs)
{
    private static readonly ChangeSaid[] All =
    [
        new("en", "I want to cancel my order {0}, my e-mail is {1}", "yes, cancel it",
            "I need to change the delivery address of order {0}, my e-mail is {1}", "ul. Długa 7, 31-147 Kraków", "yes, but the city is {0}")
        {
            ChangeSomething = "I want to change my order",
        },
        new("pl", "Chcę anulować zamówienie {0}, mój e-mail to {1}", "tak, anuluj",
            "Chcę zmienić adres dostawy zamówienia {0}, mój e-mail to {1}", "ul. Długa 7, 31-147 Kraków", "tak, ale miasto to {0}")
        {
            ChangeSomething = "Chcę zmienić zamówienie",
        },
        new("ru", "Хочу отменить заказ {0}, моя почта {1}", "да, отмените",
            "Хочу изменить адрес доставки заказа {0}, моя почта {1}", "ул. Садовая, 5, 31-147, Краков", "да, но город {0}")
        {
            ChangeSomething = "Хочу изменить заказ",
        },
        new("fa", "می‌خواهم سفارش {0} را لغو کنم، ایمیل من {1} است", "بله، لغو کنید",
            "می‌خواهم نشانی تحویل سفارش {0} را تغییر دهم، ایمیل من {1} است", "کراکوف، خیابان بهار، پلاک ۵، کد پستی ۱۲۳۴۵۶۷۸۹۰", "بله، ولی شهر {0} است")
        {
            ChangeSomething = "می‌خواهم سفارشم را تغییر بدهم",
        },
    ];

    public string ChangeSomething { get; private init; } = "";

    public Spoken Spoken => Spoken.In(Language);

    public static ChangeSaid In(string language) => All.Single(said => said.Language == language);

    public string CancelInOneLine(string order, string email = ChangeShop.Email) => With(Cancelling, order, email);

    public string ReaddressInOneLine(string order, string email = ChangeShop.Email) => With(Readdressing, order, email);

    public string Correct(string city) => With(CityIs, city);

    public string Label(string key) => WarmlineApplication.Label(key, Language);

    public string Text(string key, string order) => Replies.Say(key, Language, ("order", order));

    /// <summary>Whether any variant of the question stands at the end of the text.</summary>
    public bool Asks(string key, string text) => Enumerable.Range(0, 2).Any(said => text.EndsWith(Replies.SayAnew(key, Language, said, ("example", "W1234567")), StringComparison.Ordinal));

    private static string With(string text, params object[] values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, values);
}
