namespace Warmline.Bot.Tests.Stories;

/// <summary>What customers of one language say in the stories, and an order of the demo shop that is theirs.</summary>
internal sealed record Spoken(string Language, string Order, string Email, string Item)
{
    private static readonly Dictionary<string, Spoken> ByLanguage = new Spoken[]
    {
        new("en", "LL-2442", "emily.carter@example.com", "Stoneware mug")
        {
            WhereIsIt = "Where is my order?", OneLine = "Where is my order LL-2442? My e-mail is emily.carter@example.com",
            Returns = "How many days do I have to return something?", Person = "I want to talk to a person", CallMe = "Please call me back",
            Phone = "+44 20 7946 0018", OtherPhone = "+44 20 7946 0021", When = "tomorrow after 3 pm", Topic = "The mug I ordered has a crack",
            Nonsense = ["the sky tastes purple", "lamps dream of herons"], Angry = "This is outrageous, I have had enough", Greeting = "Hello",
        },
        new("pl", "LL-2463", "katarzyna.wrona@example.com", "Koc wełniany")
        {
            WhereIsIt = "Gdzie jest moje zamówienie?", OneLine = "Gdzie jest moje zamówienie LL-2463? Mój e-mail to katarzyna.wrona@example.com",
            Returns = "Ile mam dni na zwrot?", Person = "Chcę porozmawiać z człowiekiem", CallMe = "Proszę oddzwonić",
            Phone = "+48 601 234 567", OtherPhone = "+48 601 234 999", When = "jutro po 15", Topic = "Koc ma dziurę przy brzegu",
            Nonsense = ["niebo smakuje fioletem", "lampy śnią o czaplach"], Angry = "To skandal, mam tego dość", Greeting = "Dzień dobry",
        },
        new("ru", "LL-2498", "irina.belova@example.com", "Плед шерстяной")
        {
            WhereIsIt = "Где мой заказ?", OneLine = "Где мой заказ LL-2498? Моя почта irina.belova@example.com",
            Returns = "Сколько дней есть на возврат?", Person = "Хочу поговорить с человеком", CallMe = "Перезвоните мне, пожалуйста",
            Phone = "+7 912 345-67-89", OtherPhone = "+7 912 345-67-11", When = "завтра после 15", Topic = "На пледе затяжка у края",
            Nonsense = ["небо на вкус фиолетовое", "лампам снятся цапли"], Angry = "Это безобразие, сколько можно", Greeting = "Здравствуйте",
        },
        new("fa", "LL-2470", "reza.karimi@example.com", "گلیم دست‌باف")
        {
            WhereIsIt = "سفارش من کجاست؟", OneLine = "سفارش LL-2470 کجاست؟ ایمیل من reza.karimi@example.com است",
            Returns = "چند روز فرصت دارم کالا را برگردانم؟", Person = "می‌خواهم با یک انسان صحبت کنم", CallMe = "لطفاً با من تماس بگیرید",
            Phone = "+98 912 345 6789", OtherPhone = "+98 912 345 6711", When = "فردا بعد از ساعت ۱۵", Topic = "گلیم در گوشه پارگی دارد",
            Nonsense = ["آسمان مزهٔ بنفش می‌دهد", "چراغ‌ها خواب درنا می‌بینند"], Angry = "این افتضاح است، دیگر خسته شدم", Greeting = "سلام",
        },
    }.ToDictionary(spoken => spoken.Language);

    public string WhereIsIt { get; private init; } = "";

    public string OneLine { get; private init; } = "";

    public string Returns { get; private init; } = "";

    public string Person { get; private init; } = "";

    public string CallMe { get; private init; } = "";

    public string Phone { get; private init; } = "";

    public string OtherPhone { get; private init; } = "";

    public string When { get; private init; } = "";

    public string Topic { get; private init; } = "";

    public string[] Nonsense { get; private init; } = [];

    public string Angry { get; private init; } = "";

    public string Greeting { get; private init; } = "";

    public static Spoken In(string language) => ByLanguage[language];

    public string Label(string key) => WarmlineApplication.Label(key, Language);
}
