using CsCheck;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Tests.Understanding;

/// <summary>Whatever is typed: no exception, an answer, and the same one again.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "where", " ", "paczka", "заказ", "سفارش", "\u202E", "\u200F", "\uD83D", "\uDE00", "😡", "\0", "\u0007", "\r\n", "1234567", "@", "http://", "!!!", "٣", "ﷺ", "ı", "İ", "ß", "é", "‌",
    ];

    private readonly Understander _engine = Engine.Default();

    [Fact]
    public void Any_mixture_of_signs_is_understood_somehow_and_always_the_same() =>
        Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]), Gen.String[0, 8]).Array[0, 60].Select(string.Concat).Sample(text =>
        {
            var (once, again) = (_engine.Understand([text], "en"), _engine.Understand([text], "en"));

            return once.Intents.Count > 0 && once.Top == again.Top with { Evidence = once.Top.Evidence }
                && once.Top.Confidence is >= 0 and <= 1 && once.Signals.All.Values.All(signal => signal.Strength is >= 0 and <= 1);
        }, iter: 400);

    [Fact]
    public void A_book_costs_no_more_than_its_first_pages()
    {
        var book = string.Concat(Enumerable.Repeat("where is my order that I was promised ", 30_000));

        var understood = _engine.Understand([book], "en");

        Assert.Equal(Intent.OrderStatus, understood.Top.Intent);
        Assert.All(understood.Top.Evidence, quote => Assert.InRange(quote.Length, 1, 4000));
    }
}
