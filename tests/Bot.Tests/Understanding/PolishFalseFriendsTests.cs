using Warmline.Bot.Understanding;

namespace Warmline.Bot.Tests.Understanding;

/// <summary>Polish words that look like others: a stem that is too short sends the customer to the wrong place.</summary>
public sealed class PolishFalseFriendsTests
{
    private readonly Understander _engine = Engine.Default();

    [Theory]
    [InlineData("Jaki jest status mojej przesyłki?", "OrderStatus")]
    [InlineData("kurier nie przyjechał", "OrderStatus")]
    [InlineData("towar jeszcze nie przyszedł", "OrderStatus")]
    [InlineData("nie ma mojej paczki od tygodnia", "OrderStatus")]
    [InlineData("Gdzie odesłać towar?", "ReturnPolicy")]
    [InlineData("jak długo trwa zwrot", "ReturnPolicy")]
    [InlineData("ile kosztuje zwrot?", "ReturnPolicy")]
    [InlineData("Chcę zwrócić telefon", "ReturnPolicy")]
    [InlineData("nie pasują mi te botki", "ReturnPolicy")]
    [InlineData("gdzie jest moja faktura", "Payment")]
    [InlineData("kiedy dostanę fakturę", "Payment")]
    [InlineData("lampka się zepsuła", "Complaint")]
    [InlineData("dzwonek nie działa", "Complaint")]
    [InlineData("robot kuchenny ma usterkę", "Complaint")]
    [InlineData("macie inny kolor?", "ProductQuestion")]
    [InlineData("czy nadal jest dostępny ten koc", "ProductQuestion")]
    [InlineData("kiedy będzie dostępna monstera?", "ProductQuestion")]
    [InlineData("czy jest dostępny konsultant", "HumanAgent")]
    [InlineData("proszę mnie połączyć", "HumanAgent")]
    [InlineData("nie chcę gadać z automatem", "HumanAgent")]
    [InlineData("dość tego bota", "HumanAgent")]
    [InlineData("Prośba o telefon", "Callback")]
    [InlineData("Zadzwońcie do mnie", "Callback")]
    [InlineData("ta pora mi nie pasuje", "Callback")]
    [InlineData("chętnie", "Yes")]
    [InlineData("poproszę", "Yes")]
    [InlineData("nie bardzo", "No")]
    [InlineData("przerwij", "Cancel")]
    [InlineData("Nieważne", "Cancel")]
    [InlineData("Rozmowa z człowiekiem", "HumanAgent")]
    [InlineData("Wyjdź z kolejki", "LeaveQueue")]
    [InlineData("gdzie jest wasz sklep", "GeneralQuestion")]
    public void The_whole_meaning_decides(string text, string intent)
    {
        var top = _engine.Understand([text], "pl").Top;

        Assert.Equal(intent, top.Intent.ToString());
    }

    [Fact]
    public void Who_bought_a_telephone_wants_no_call() =>
        Assert.False(_engine.Understand(["Zamówiłam telefon z etui"], "pl").Wants(Intent.Callback));

    [Theory]
    [InlineData("pl", "link do śledzenia nie działa")]
    [InlineData("pl", "karton był w śmieciach")]
    [InlineData("pl", "zajebiście, dzięki")]
    [InlineData("en", "I am a bit sad about the colour")]
    public void A_plain_remark_is_neither_anger_nor_abuse(string language, string text)
    {
        var signals = _engine.Understand([text], language).Signals;

        Assert.Equal((0, 0), (signals[Signals.Anger].Strength, signals[Signals.Abuse].Strength));
    }
}
