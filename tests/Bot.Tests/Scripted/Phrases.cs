namespace Warmline.Bot.Tests.Scripted;

/// <summary>What scripted customers of one language say. {n} order, {e} e-mail, {i} item, {a} address.</summary>
internal sealed record Phrases
{
    private static readonly Dictionary<string, Phrases> ByLanguage = new()
    {
        ["en"] = new()
        {
            Wishes = new()
            {
                [Goal.Status] = "Where is my order?", [Goal.Return] = "I want to return an order", [Goal.Exchange] = "I'd like to exchange something I bought",
                [Goal.Cancel] = "I want to cancel my order", [Goal.Address] = "I need to change the delivery address of my order",
            },
            OneLine = new()
            {
                [Goal.Status] = "where's {n}, {e}", [Goal.Return] = "I want to return the {i} from order {n}, {e}, I changed my mind, it's unused",
                [Goal.Exchange] = "exchange the {i} from order {n} for another colour, {e}", [Goal.Cancel] = "cancel order {n} now, {e}, don't need it anymore",
                [Goal.Address] = "change the address of order {n} to {a}, {e}",
            },
            Number = "It's {n}", Email = "My e-mail is {e}", Item = "The {i}", Mind = "I changed my mind", NoNeed = "I no longer need it", Unused = "No, it was never used",
            Money = "I want my money back", Original = "To the card I paid with", Other = "The same in another colour", Aside = "By the way, how long does delivery take?",
            Correction = "Sorry, I mistyped: it's {n}", EmailCorrection = "Sorry, wrong address. It's {e}", Yes = "Yes", No = "No", Thanks = "Thanks, that's all", Person = "Let me talk to a person",
        },
        ["pl"] = new()
        {
            Wishes = new()
            {
                [Goal.Status] = "Gdzie jest moje zamówienie?", [Goal.Return] = "Chcę zwrócić zamówienie", [Goal.Exchange] = "Chcę wymienić coś, co mam od Was",
                [Goal.Cancel] = "Chcę anulować zamówienie", [Goal.Address] = "Muszę zmienić adres dostawy zamówienia",
            },
            OneLine = new()
            {
                [Goal.Status] = "gdzie jest {n}, {e}", [Goal.Return] = "Chcę zwrócić {i} z zamówienia {n}, {e}, zmieniłam zdanie, nieużywane",
                [Goal.Exchange] = "wymiana: {i} z zamówienia {n} na inny kolor, {e}", [Goal.Cancel] = "anulujcie zamówienie {n}, {e}, już go nie potrzebuję",
                [Goal.Address] = "zmiana adresu zamówienia {n} na {a}, {e}",
            },
            Number = "To {n}", Email = "Mój e-mail to {e}", Item = "{i}", Mind = "Zmieniłem zdanie", NoNeed = "Już go nie potrzebuję", Unused = "Nie, nieużywane",
            Money = "Chcę zwrotu pieniędzy", Original = "Na kartę, którą płaciłam", Other = "To samo w innym kolorze", Aside = "A tak przy okazji, ile trwa dostawa?",
            Correction = "Przepraszam, pomyłka: {n}", EmailCorrection = "Przepraszam, zły adres. Poprawny to {e}", Yes = "Tak", No = "Nie", Thanks = "Dziękuję, to wszystko", Person = "Chcę rozmawiać z człowiekiem",
        },
        ["ru"] = new()
        {
            Wishes = new()
            {
                [Goal.Status] = "Где мой заказ?", [Goal.Return] = "Хочу вернуть заказ", [Goal.Exchange] = "Хочу обменять покупку",
                [Goal.Cancel] = "Хочу отменить заказ", [Goal.Address] = "Нужно изменить адрес доставки заказа",
            },
            OneLine = new()
            {
                [Goal.Status] = "где {n}, {e}", [Goal.Return] = "хочу вернуть {i} из заказа {n}, {e}, передумала, не использовали",
                [Goal.Exchange] = "обменяйте {i} из заказа {n} на другой цвет, {e}", [Goal.Cancel] = "отмените заказ {n}, {e}, больше не нужен",
                [Goal.Address] = "поменяйте адрес заказа {n} на {a}, {e}",
            },
            Number = "Номер {n}", Email = "Моя почта {e}", Item = "{i}", Mind = "Я передумал", NoNeed = "Больше не нужен", Unused = "Нет, не использовали",
            Money = "Верните деньги", Original = "На карту, которой платили", Other = "То же в другом цвете", Aside = "Кстати, сколько идёт доставка?",
            Correction = "Ошибся, вот правильный: {n}", EmailCorrection = "Не та почта, правильная {e}", Yes = "Да", No = "Нет", Thanks = "Спасибо, это всё", Person = "Хочу поговорить с человеком",
        },
        ["fa"] = new()
        {
            Wishes = new()
            {
                [Goal.Status] = "سفارش من کجاست؟", [Goal.Return] = "می‌خواهم سفارشم را برگردانم", [Goal.Exchange] = "می‌خواهم کالایی را تعویض کنم",
                [Goal.Cancel] = "می‌خواهم سفارشم را لغو کنم", [Goal.Address] = "باید نشانی تحویل سفارشم را عوض کنم",
            },
            OneLine = new()
            {
                [Goal.Status] = "سفارش {n} کجاست، {e}", [Goal.Return] = "می‌خواهم {i} از سفارش {n} را برگردانم، {e}، پشیمان شدم، استفاده نشده",
                [Goal.Exchange] = "تعویض {i} از سفارش {n} با رنگ دیگر، {e}", [Goal.Cancel] = "سفارش {n} را لغو کنید، {e}، دیگر لازمش ندارم",
                [Goal.Address] = "نشانی سفارش {n} را به {a} تغییر دهید، {e}",
            },
            Number = "شماره‌اش {n} است", Email = "ایمیل من {e} است", Item = "{i}", Mind = "پشیمان شدم", NoNeed = "دیگر لازمش ندارم", Unused = "نه، استفاده نشده",
            Money = "پولم را می‌خواهم", Original = "به همان کارتی که پرداخت کردم", Other = "همان با رنگ دیگر", Aside = "راستی، ارسال چقدر طول می‌کشد؟",
            Correction = "ببخشید اشتباه شد: {n}", EmailCorrection = "ببخشید، ایمیل درست {e} است", Yes = "بله", No = "نه", Thanks = "ممنون، همین بود", Person = "می‌خواهم با یک انسان صحبت کنم",
        },
    };

    public required Dictionary<Goal, string> Wishes { get; init; }
    public required Dictionary<Goal, string> OneLine { get; init; }
    public required string Number { get; init; }
    public required string Email { get; init; }
    public required string Item { get; init; }
    public required string Mind { get; init; }
    public required string NoNeed { get; init; }
    public required string Unused { get; init; }
    public required string Money { get; init; }
    public required string Original { get; init; }
    public required string Other { get; init; }
    public required string Aside { get; init; }
    public required string Correction { get; init; }
    public required string EmailCorrection { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }
    public required string Thanks { get; init; }
    public required string Person { get; init; }

    public static Phrases In(string language) => ByLanguage[language];
}
