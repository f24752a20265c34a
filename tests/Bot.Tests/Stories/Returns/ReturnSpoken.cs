namespace Warmline.Bot.Tests.Stories.Returns;

/// <summary>What customers of one language say about returns, and what they bought.</summary>
internal sealed record ReturnSpoken(string Language, int Set)
{
    private static readonly Dictionary<string, ReturnSpoken> ByLanguage = new ReturnSpoken[]
    {
        new("en", 0)
        {
            Mug = "Stoneware mug", Candle = "Soy candle", Plate = "Dinner plate", Shelf = "Oak shelf", Lamp = "Table lamp",
            Colours = ["colour: blue", "colour: green", "colour: red"],
            OneLine = "I want to send back the blue mug from {0}, it arrived broken, {1}, I want my money back",
            Wish = "I want to return something", MugTypo = "the stonewre mug", Cause = "it does not match my kitchen",
            May = "Can I still return the mug from order {0}? My e-mail is {1}", MayOld = "Can I still return the shelf from order {2}? My e-mail is {1}",
            MayCandle = "Is it possible to return the candle from order {0}? {1}",
            Exchange = "I want to exchange the mug from {0} for another colour, {1}", Green = "the green one please",
            StartPlaced = "I want to return order {3}, {1}", StartShipped = "I want to return order {4}, {1}", StartUndated = "I want to return the lamp from {5}, I changed my mind, {1}",
            Day = "three days ago", MugAndCandle = "the mug and the candle", Opened = "I have opened it", NotNeeded = "I changed my mind", Everything = "everything",
            YesBut = "yes, but it is faulty", Faulty = "it is broken", Nonsense = "violins fold the winter", Question = "How many days do I have to return something?",
            Repair = "I want to return the lamp from {5}, it stopped working, please repair it, {1}",
        },
        new("pl", 0)
        {
            Mug = "Kubek kamionkowy", Candle = "Świeca sojowa", Plate = "Talerz obiadowy", Shelf = "Półka dębowa", Lamp = "Lampa stołowa",
            Colours = ["kolor: niebieski", "kolor: zielony", "kolor: czerwony"],
            OneLine = "Chcę zwrócić niebieski kubek z zamówienia {0}, przyszedł uszkodzony, {1}, proszę o zwrot pieniędzy",
            Wish = "Chcę coś zwrócić", MugTypo = "chodzi o kubka kamionkwego", Cause = "taki sam mam już w domu",
            May = "Czy mogę jeszcze zwrócić kubek z zamówienia {0}? Mój e-mail to {1}", MayOld = "Czy mogę jeszcze zwrócić półkę z zamówienia {2}? Mój e-mail to {1}",
            MayCandle = "Czy da się zwrócić świecę z zamówienia {0}? {1}",
            Exchange = "Chcę wymienić kubek z zamówienia {0} na inny kolor, {1}", Green = "poproszę zielony",
            StartPlaced = "Chcę zwrócić zamówienie {3}, {1}", StartShipped = "Chcę zwrócić zamówienie {4}, {1}", StartUndated = "Chcę zwrócić lampę z zamówienia {5}, rozmyśliłam się, {1}",
            Day = "trzy dni temu", MugAndCandle = "kubek i świecę", Opened = "jest otwarta", NotNeeded = "już nie potrzebuję", Everything = "wszystko",
            YesBut = "tak, ale jest wadliwy", Faulty = "jest zepsuta", Nonsense = "skrzypce składają zimę", Question = "Ile mam dni na zwrot?",
            Repair = "Chcę oddać lampę z {5}, przestała działać, proszę o naprawę, {1}",
        },
        new("ru", 0)
        {
            Mug = "Кружка керамическая", Candle = "Свеча соевая", Plate = "Тарелка обеденная", Shelf = "Полка дубовая", Lamp = "Лампа настольная",
            Colours = ["цвет: синий", "цвет: зелёный", "цвет: красный"],
            OneLine = "Хочу вернуть синюю кружку из заказа {0}, пришла разбитая, {1}, верните деньги",
            Wish = "Хочу вернуть товар", MugTypo = "кружку керамичскую", Cause = "такая у меня уже есть дома",
            May = "Можно ли ещё вернуть кружку из заказа {0}? Моя почта {1}", MayOld = "Можно ещё вернуть полку из заказа {2}? Моя почта {1}",
            MayCandle = "Можно вернуть свечу из заказа {0}? {1}",
            Exchange = "Хочу обменять кружку из заказа {0} на другой цвет, {1}", Green = "зелёную, пожалуйста",
            StartPlaced = "Хочу вернуть заказ {3}, {1}", StartShipped = "Хочу вернуть заказ {4}, {1}", StartUndated = "Хочу вернуть лампу из заказа {5}, больше не нужна, {1}",
            Day = "три дня назад", MugAndCandle = "кружку и свечу", Opened = "уже вскрыта", NotNeeded = "больше не нужно", Everything = "всё",
            YesBut = "да, но она неисправна", Faulty = "она сломана", Nonsense = "скрипки складывают зиму", Question = "Сколько дней есть на возврат?",
            Repair = "Хочу вернуть лампу из заказа {5}, перестала работать, прошу ремонт, {1}",
        },
        new("fa", 0)
        {
            Mug = "لیوان سرامیکی", Candle = "شمع سویا", Plate = "بشقاب غذاخوری", Shelf = "قفسهٔ چوبی", Lamp = "چراغ رومیزی",
            Colours = ["رنگ: آبی", "رنگ: سبز", "رنگ: قرمز"],
            OneLine = "می‌خواهم لیوان آبی سفارش {0} را پس بدهم، شکسته رسید، {1}، پولم را پس بدهید",
            Wish = "می‌خواهم کالایی را مرجوع کنم", MugTypo = "لیوانم رو", Cause = "به آشپزخانه‌ام نمی‌آید",
            May = "آیا هنوز می‌توانم لیوان سفارش {0} را پس بدهم؟ ایمیلم {1} است", MayOld = "آیا هنوز می‌توانم قفسه سفارش {2} را پس بدهم؟ ایمیلم {1} است",
            MayCandle = "آیا می‌توانم شمع سفارش {0} را پس بدهم؟ {1}",
            Exchange = "می‌خواهم لیوان سفارش {0} را با رنگ دیگری تعویض کنم، {1}", Green = "سبز لطفاً",
            StartPlaced = "می‌خواهم سفارش {3} را مرجوع کنم، {1}", StartShipped = "می‌خواهم سفارش {4} را مرجوع کنم، {1}", StartUndated = "می‌خواهم چراغ سفارش {5} را پس بدهم، منصرف شدم، {1}",
            Day = "سه روز پیش", MugAndCandle = "لیوان و شمع", Opened = "بازش کردم", NotNeeded = "دیگر لازم ندارم", Everything = "همه",
            YesBut = "بله، ولی معیوب است", Faulty = "خراب است", Nonsense = "ویولن‌ها زمستان را تا می‌کنند", Question = "چند روز فرصت دارم کالا را برگردانم؟",
            Repair = "می‌خواهم چراغ سفارش {5} را پس بدهم، کار نمی‌کند، لطفاً تعمیرش کنید، {1}",
        },
    }.ToDictionary(spoken => spoken.Language);

    public string Mug { get; private init; } = "";

    public string Candle { get; private init; } = "";

    public string Plate { get; private init; } = "";

    public string Shelf { get; private init; } = "";

    public string Lamp { get; private init; } = "";

    public string[] Colours { get; private init; } = [];

    public string OneLine { get; private init; } = "";

    public string Wish { get; private init; } = "";

    public string MugTypo { get; private init; } = "";

    public string Cause { get; private init; } = "";

    public string May { get; private init; } = "";

    public string MayOld { get; private init; } = "";

    public string MayCandle { get; private init; } = "";

    public string Exchange { get; private init; } = "";

    public string Green { get; private init; } = "";

    public string StartPlaced { get; private init; } = "";

    public string StartShipped { get; private init; } = "";

    public string StartUndated { get; private init; } = "";

    public string Day { get; private init; } = "";

    public string MugAndCandle { get; private init; } = "";

    public string Opened { get; private init; } = "";

    public string NotNeeded { get; private init; } = "";

    public string Everything { get; private init; } = "";

    public string YesBut { get; private init; } = "";

    public string Faulty { get; private init; } = "";

    public string Nonsense { get; private init; } = "";

    public string Question { get; private init; } = "";

    public string Repair { get; private init; } = "";

    public string Email => $"buyer{Language}{Set}@example.com";

    /// <summary>Mug, candle and three plates, delivered five days ago.</summary>
    public string Fresh => Number(1);

    /// <summary>A shelf, delivered 47 days ago.</summary>
    public string Old => Number(2);

    public string Placed => Number(3);

    public string Shipped => Number(4);

    /// <summary>A lamp, delivered nobody knows when.</summary>
    public string Undated => Number(5);

    public string Blue => Colours[0];

    public static ReturnSpoken In(string language, int set) => ByLanguage[language] with { Set = set };

    public string Colour(string english) => Colours[english switch { "blue" => 0, "green" => 1, _ => 2 }];

    public string Label(string key) => WarmlineApplication.Label(key, Language);

    /// <summary>A line with this customer's orders and address in it.</summary>
    public string Fill(string line) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, line, Fresh, Email, Old, Placed, Shipped, Undated);

    private string Number(int kind) => $"LL-{kind}{(Language switch { "en" => 1, "pl" => 2, "ru" => 3, _ => 4 })}{Set:D2}";
}
