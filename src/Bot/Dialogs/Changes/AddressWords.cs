using System.Text.RegularExpressions;

namespace Warmline.Bot.Dialogs.Changes;

/// <summary>The words by which the parts of an address are known, in four languages.</summary>
internal static partial class AddressWords
{
    private const string PostCode = @"post ?code|postal code|zip code|zip|kod pocztowy|kodzie|kod|почтовый индекс|индекс|کد ?پستی|کدپستی";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly (string Code, string[] Names)[] Countries =
    [
        ("PL", ["poland", "polska", "польша", "لهستان"]), ("DE", ["germany", "niemcy", "deutschland", "германия", "آلمان"]),
        ("CZ", ["czechia", "czech republic", "czechy", "чехия", "چک"]), ("SK", ["slovakia", "słowacja", "словакия", "اسلواکی"]),
        ("AT", ["austria", "österreich", "австрия", "اتریش"]), ("FR", ["france", "francja", "франция", "فرانسه"]),
        ("NL", ["netherlands", "the netherlands", "holandia", "niderlandy", "нидерланды", "هلند"]), ("LT", ["lithuania", "litwa", "литва", "لیتوانی"]),
        ("GB", ["uk", "united kingdom", "great britain", "england", "scotland", "wales", "wielka brytania", "великобритания", "англия", "انگلستان", "بریتانیا"]),
        ("IE", ["ireland", "irlandia", "ирландия", "ایرلند"]), ("US", ["usa", "us", "united states", "stany zjednoczone", "сша", "آمریکا"]),
        ("UA", ["ukraine", "ukraina", "украина", "اوکراین"]), ("RU", ["russia", "rosja", "россия", "рф", "روسیه"]),
        ("BY", ["belarus", "białoruś", "беларусь", "بلاروس"]), ("KZ", ["kazakhstan", "kazachstan", "казахстан", "قزاقستان"]),
        ("IR", ["iran", "иран", "ایران"]), ("TR", ["turkey", "turcja", "турция", "ترکیه"]), ("ES", ["spain", "hiszpania", "испания", "اسپانیا"]),
        ("IT", ["italy", "włochy", "италия", "ایتالیا"]), ("SE", ["sweden", "szwecja", "швеция", "سوئد"]),
    ];

    private static readonly string[] Labels = ["city", "code", "number", "flat", "country", "region", "who", "street"];

    /// <summary>The two letters of a country by its name in one of the languages.</summary>
    public static string? CountryOf(string text) =>
        Countries.Where(country => country.Names.Contains(text.Trim(' ', '.'), StringComparer.OrdinalIgnoreCase)).Select(country => country.Code).FirstOrDefault();

    /// <summary>"city is Kraków", "kod: 30-001", "کد پستی …": which part, its value, and whether the words say that it is so ("is", ":").</summary>
    public static (string Label, string Value, bool IsSaid)? Labelled(string part)
    {
        var match = Label().Match(part);
        return match.Success ? (Labels.First(label => match.Groups[label].Success), match.Groups["value"].Value.Trim(), match.Groups["said"].Success) : null;
    }

    [GeneratedRegex(
        @"^(?:the |my |new |nowy |nowa |nowe |новый |новая )*(?:(?<city>city|town|miasto|miejscowość|miejscowosc|город|г\.|شهر)"
        + @"|(?<code>" + PostCode + @")"
        + @"|(?<number>house number|numer domu|number|numer|номер дома|номер|شمارهٔ? ?پلاک)"
        + @"|(?<flat>flat|apartment|apt\.?|unit|mieszkanie|lokal|lok\.|m\.|квартира|кв\.|офис|واحد)"
        + @"|(?<country>country|kraj|страна|کشور)|(?<region>region|state|county|województwo|woj\.|область|استان)"
        + @"|(?<who>recipient|odbiorca|получатель|گیرنده)|(?<street>street|ulica|улица))(?:(?<=\.)|(?=[\s:=–—-]))"
        + @"\s*(?<said>(?:is|to|should be|has to be|jest|powinno być|powinien być|это|должен быть|должна быть|باید)(?!\p{L})|[:=–—-])?\s*(?<value>.+?)\s*(?:است|هست|باشد|باشه)?[.!]?$", Options)]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<!\p{L})(?:ul\.|ulica|ulicy|al\.|aleja|aleje|os\.|osiedle|pl\.|plac|rynek|ул\.|ул|улица|улице|пр-т|пр\.|просп\.|проспект|пер\.|переулок|б-р|бульвар|шоссе|наб\.|набережная|проезд|street|st\.|st|road|rd\.?|avenue|ave\.?|lane|ln\.?|drive|dr\.?(?=\s*$)|square|court|ct\.?(?=\s*$)|circle|parkway|pkwy|trail|close|terrace|boulevard|blvd\.?|way|خیابان|خیابون|خ\.|کوچه|بلوار|میدان|بزرگراه|بن‌بست|شهرک)(?!\p{L})", Options)]
    public static partial Regex Street();

    /// <summary>Speaks of the post code first.</summary>
    [GeneratedRegex(@"^(?:the |my |wrong |incorrect |mój |zły |błędny |мой |неверный |неправильный |не тот |w )*(?:" + PostCode + @")(?!\p{L})", Options)]
    public static partial Regex SaysCode();

    /// <summary>What stands right before a code.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:" + PostCode + @")[\s:]*$", Options)]
    public static partial Regex CodeBefore();

    /// <summary>Said of the house alone: "д. 5", "پلاک ۱۲", "5a".</summary>
    [GeneratedRegex(@"^(?:(?:д\.|дом|корп\.|корпус|стр\.|nr|no\.?|number|پلاک|شماره)\s*)?\d+\s?\p{L}?(?:\s?[/-]\s?\d+\p{L}?)?$", Options)]
    public static partial Regex House();

    [GeneratedRegex(@"^(?:m\.|m|mieszkanie|lok\.|lokal|piętro|klatka|кв\.|кв|квартира|офис|оф\.|подъезд|этаж|apt\.?|apartment|flat|unit|suite|floor|واحد|طبقه|زنگ)\s*\d", Options)]
    public static partial Regex Flat();

    [GeneratedRegex(@"(?<!\p{L})(?:обл\.|область|край|респ\.|район|р-н|woj\.|województwo|county|استان)(?!\p{L})", Options)]
    public static partial Regex Region();

    /// <summary>What stands before an address that is said in passing.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:(?:(?:to|na|pod|на|по|به) )?(?:\p{L}+ ){0,2}(?:address|adres|адрес|адресу|آدرس|نشانی)(?!\p{L})[^:,،\n\d]{0,30}:|address is|address:|at|na adres|na|adres to|adres:|pod adres|по адресу|на адрес|на|адрес:|адрес доставки|should be|has to be|now|ma być|powinno być|teraz|должен быть|должно быть|теперь|باید|بشه|بشود|به نشانی|به آدرس|به|نشانی:|آدرس:|(?:نشانی|آدرس) جدید(?: تحویل)?|to)(?!\p{L})[:\s]+", Options)]
    public static partial Regex Lead();

    /// <summary>Yes or no before a correction.</summary>
    [GeneratedRegex(@"^(?:yes|yeah|no|nope|almost|nearly|tak|nie|prawie|да|нет|почти|بله|آره|نه|خیر|تقریبا|تقریباً)(?!\p{L})(?: درست است)?[\s,.!،:–—-]*(?:(?:but|only|ale|tylko|lecz|но|только|а|ولی|اما|فقط)(?!\p{L})[\s,،]*)?", Options)]
    public static partial Regex Answer();

    /// <summary>"… is wrong, it's", between a part's name and what it should be.</summary>
    [GeneratedRegex(@"\s+(?:is |isn'?t |was |jest |był |podał[ea]m )?(?:wrong|incorrect|not right|right|a typo|zły|zła|złe|błędny|błędna|źle|niepoprawny|неверный|неверен|неверно|неправильный|неправильно|не тот|с ошибкой|اشتباه|اشتباهه|غلط|غلطه|درست نیست)(?!\p{L})(?: است| هست| بود)?[\s,،;.:–—-]+(?:it'?s |it is |it should be |should be |make it |ma być |powin\p{L}+ być |to |poprawny to |правильный |нужен |должен быть |должно быть |это |باید |درستش |درستش اینه )?", Options)]
    public static partial Regex Wrong();

    /// <summary>What is no name of a place.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:post ?code|zip|code|wrong|incorrect|should|address|kod|kodu|adres|źle|błędny|zły|powinno|powinien|индекс|адрес|неверн\p{L}*|неправильн\p{L}*|должен|должно|надо|нужно|mnie|jest|کد|کدپستی|آدرس|نشانی|اشتباه|اشتباهه|باید|باشد|باشه)(?!\p{L})", Options)]
    public static partial Regex NoPlace();

    /// <summary>What Persian puts behind an address, and courtesies.</summary>
    [GeneratedRegex(@"[\s,،.!]*(?:not the old (?:one|address)|a nie (?:na )?stary|а не (?:на )?старый|نه آدرس قبلی|نه نشانی قبلی|(?:را |رو )?(?:بفرستید|ارسال کنید|تغییر دهید|تغییر بدهید|عوض کنید|است|هست|باشد|باشه|لطفا|لطفاً)|instead|zamiast|please|proszę|dziękuję|thanks|thank you|пожалуйста|спасибо)[\s,،.!]*$", Options)]
    public static partial Regex Tail();

}
