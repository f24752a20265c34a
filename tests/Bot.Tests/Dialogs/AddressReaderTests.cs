using Warmline.Bot.Dialogs.Changes;
using Warmline.Bot.Dialogs.Writes;

namespace Warmline.Bot.Tests.Dialogs;

public sealed class AddressReaderTests
{
    [Theory]
    [InlineData("ul. Lipowa 5, 30-001 Kraków", "ul. Lipowa 5", null, "30-001", "Kraków")]
    [InlineData("ul. Lipowa 5 m. 3\n30-001 Kraków\nPolska", "ul. Lipowa 5 m. 3", null, "30-001", "Kraków")]
    [InlineData("ul. Lipowa 5 30-001 Kraków", "ul. Lipowa 5", null, "30-001", "Kraków")]
    [InlineData("Lipowa 5/12, Kraków 30-001", "Lipowa 5/12", null, "30-001", "Kraków")]
    [InlineData("Aleje Jerozolimskie 100, mieszkanie 7, 00-807 Warszawa.", "Aleje Jerozolimskie 100", "mieszkanie 7", "00-807", "Warszawa")]
    [InlineData("ulica Długa 5a, kod pocztowy 31-147, Kraków", "ulica Długa 5a", null, "31-147", "Kraków")]
    [InlineData("221B Baker Street, London NW1 6XE", "221B Baker Street", null, "NW1 6XE", "London")]
    [InlineData("10 Downing Street London SW1A 2AA", "10 Downing Street", null, "SW1A 2AA", "London")]
    [InlineData("5 Garden Street, flat 2, London, SW1A 1AA", "5 Garden Street", "flat 2", "SW1A 1AA", "London")]
    [InlineData("12 Oak Street, T12 XY45 Cork, Ireland", "12 Oak Street", null, "T12 XY45", "Cork")]
    [InlineData("3 Mill Lane, Dublin, D6W XY12", "3 Mill Lane", null, "D6W XY12", "Dublin")]
    [InlineData("742 Evergreen Terrace, Springfield, IL 62704", "742 Evergreen Terrace", null, "62704", "Springfield")]
    [InlineData("2418 Maple Ridge Dr", "2418 Maple Ridge Dr", null, null, null)]
    [InlineData("1234 Main St, Springfield, 62704", "1234 Main St", null, "62704", "Springfield")]
    [InlineData("Hauptstraße 12, 10115 Berlin, Germany", "Hauptstraße 12", null, "10115", "Berlin")]
    [InlineData("ул. Садовая, д. 5, кв. 10, 101000 Москва", "ул. Садовая, д. 5", "кв. 10", "101000", "Москва")]
    [InlineData("101000, г. Москва, ул. Садовая, 5", "ул. Садовая, 5", null, "101000", "Москва")]
    [InlineData("634021 Томск проспект Фрунзе 96 кв 12", "проспект Фрунзе 96 кв 12", null, "634021", "Томск")]
    [InlineData("Казань, Ленина, 5, индекс 420000", "Ленина, 5", null, "420000", "Казань")]
    [InlineData("Ленина, 5, Казань", "Ленина, 5", null, null, "Казань")]
    [InlineData("تهران، خیابان ولیعصر، کوچه لاله، پلاک ۱۲، واحد ۳، کد پستی ۱۲۳۴۵۶۷۸۹۰", "خیابان ولیعصر, کوچه لاله, پلاک ۱۲", "واحد ۳", "1234567890", "تهران")]
    [InlineData("شیراز بلوار چمران کوچه ۸ پلاک ۴۵ کد پستی ۷۱۹۴۶۸۳۵۷۱", "بلوار چمران کوچه ۸ پلاک ۴۵", null, "7194683571", "شیراز")]
    [InlineData("Новосибирск, Красный проспект 82, кв. 14, 630091", "Красный проспект 82", "кв. 14", "630091", "Новосибирск")]
    [InlineData("اصفهان، خیابان چهارباغ، پلاک ۵", "خیابان چهارباغ, پلاک ۵", null, null, "اصفهان")]
    public void An_address_is_read_as_people_write_it(string said, string? street, string? more, string? code, string? city)
    {
        var read = AddressReader.Read(said)!;

        Assert.Equal((street, more, code, city), (read.Street, read.More, read.PostCode, read.City));
        Assert.Null(read.Recipient);
    }

    [Theory]
    [InlineData("I want to change the address of my order to 5 Garden Street, London, SW1A 1AA", "5 Garden Street", "London")]
    [InlineData("please send it to ul. Lipowa 5, 30-001 Kraków instead", "ul. Lipowa 5", "Kraków")]
    [InlineData("Chcę zmienić adres na ul. Lipowa 5, 30-001 Kraków", "ul. Lipowa 5", "Kraków")]
    [InlineData("Измените адрес на ул. Садовая, 5, 101000 Москва, пожалуйста", "ул. Садовая, 5", "Москва")]
    [InlineData("نشانی را به تهران، خیابان بهار، پلاک ۵ تغییر دهید", "خیابان بهار, پلاک ۵", "تهران")]
    [InlineData("Please send my order here instead: 9 Harbor Court, Miami FL 33101", "9 Harbor Court", "Miami")]
    [InlineData("Отправьте мой заказ сюда: 603000, Нижний Новгород, ул. Горького 45", "ул. Горького 45", "Нижний Новгород")]
    [InlineData("везите не на старый адрес а сюда - г. Пермь, ул. Революции, д. 24, кв. 61, 614007", "ул. Революции, д. 24", "Пермь")]
    [InlineData("zły adres, ma być Gdańsk, ul. Morska 18, 80-299", "ul. Morska 18", "Gdańsk")]
    [InlineData("Change my address please\n5 Garden Street\nSW1A 1AA London", "5 Garden Street", "London")]
    public void An_address_said_in_passing_is_found(string said, string street, string city)
    {
        var found = AddressReader.Find(said)!;

        Assert.Equal((street, city), (found.Street, found.City));
    }

    [Theory]
    [InlineData("post code is wrong, it's 33101", "33101")]
    [InlineData("the zip is off, should be 99205", "99205")]
    [InlineData("zły kod pocztowy, ma być 80-299", "80-299")]
    [InlineData("kod się nie zgadza, u mnie jest 43-300", "43-300")]
    [InlineData("индекс неправильный, надо 443079", "443079")]
    [InlineData("индекс неверный, у нас 614007", "614007")]
    [InlineData("W kodzie pocztowym jest błąd, prawidłowy to 81-374", "81-374")]
    [InlineData("کد پستی اشتباه است، باید ۹۱۸۳۷۴۶۵۵۱ باشد", "9183746551")]
    public void A_wrong_post_code_is_put_right_and_nothing_else(string said, string code)
    {
        var correction = AddressReader.Correction(said)!;

        Assert.Equal([code], correction.Lines);
    }

    [Theory]
    [InlineData("I want to change the address of my order")]
    [InlineData("Chcę zmienić adres zamówienia, da się?")]
    [InlineData("Хочу изменить адрес доставки")]
    [InlineData("می‌خواهم نشانی را عوض کنم")]
    [InlineData("can it go to 5 Garden Street, London?")]
    [InlineData("the sky tastes purple")]
    [InlineData("😀😀😀")]
    public void Nothing_is_found_where_there_is_no_address(string said) => Assert.Null(AddressReader.Find(said));

    [Theory]
    [InlineData("no, the city is Gdańsk", "ul. Lipowa 5, 30-001 Gdańsk")]
    [InlineData("Gdańsk is fine", null)]
    [InlineData("nie, miasto to Gdańsk", "ul. Lipowa 5, 30-001 Gdańsk")]
    [InlineData("нет, город Гданьск", "ul. Lipowa 5, 30-001 Гданьск")]
    [InlineData("نه، شهر گدانسک است", "ul. Lipowa 5, 30-001 گدانسک")]
    [InlineData("no, post code 30-002", "ul. Lipowa 5, 30-002 Kraków")]
    [InlineData("нет, индекс 420000", "ul. Lipowa 5, 420000 Kraków")]
    [InlineData("کد پستی ۱۲۳۴۵۶۷۸۹۰", "ul. Lipowa 5, 1234567890 Kraków")]
    [InlineData("the house number is 7", "ul. Lipowa 7, 30-001 Kraków")]
    [InlineData("numer domu to 7b", "ul. Lipowa 7b, 30-001 Kraków")]
    [InlineData("yes, but to Main Street 5", "Main Street 5, 30-001 Kraków")]
    [InlineData("tak, ale na Długą 7", "Długą 7, 30-001 Kraków")]
    [InlineData("да, но на ул. Садовая, 5", "ул. Садовая, 5, 30-001 Kraków")]
    [InlineData("بله، ولی به خیابان بهار، پلاک ۵", "خیابان بهار, پلاک ۵, 30-001 Kraków")]
    [InlineData("yes", null)]
    [InlineData("nie", null)]
    [InlineData("да, всё верно", null)]
    public void A_correction_changes_the_part_it_names(string said, string? then)
    {
        var draft = new AddressDraft { Street = "ul. Lipowa 5", PostCode = "30-001", City = "Kraków" };

        var corrected = AddressReader.Correction(said) is { } correction ? AddressText.Of(draft.With(correction).ToAddress(null)) : null;

        Assert.Equal(then, corrected);
    }

    [Fact]
    public void A_doctor_is_no_drive() => Assert.Equal(
        ("ul. Lipowa 5", "dr Anna Nowak"), AddressReader.Read("dr Anna Nowak, ul. Lipowa 5, 30-001 Kraków") is { } read ? (read.Street, read.Recipient) : default);

    [Fact]
    public void A_novel_and_control_signs_are_no_address()
    {
        Assert.Null(AddressReader.Read(string.Concat(Enumerable.Repeat("ul. Lipowa 5, ", 400))));
        Assert.Null(AddressReader.Read("ul. Lipowa 5\u0000, 30-001 Kraków"));
        Assert.Null(AddressReader.Read("ul. Lipowa 5 😀, 30-001 Kraków"));
    }

    [Fact]
    public void Reading_stays_quick_whatever_is_written()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var said in new[] { new string('1', 300), string.Concat(Enumerable.Repeat("to ", 3000)), string.Concat(Enumerable.Repeat("a 1 ", 75)), new string(' ', 9000), string.Concat(Enumerable.Repeat("street ", 42)) })
        {
            AddressReader.Correction(said);
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }
}
