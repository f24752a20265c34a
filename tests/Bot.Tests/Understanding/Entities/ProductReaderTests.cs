namespace Warmline.Bot.Tests.Understanding;

public sealed class ProductReaderTests
{
    private static readonly string[] Shop = ["Linen dress Moss", "Linen dress Sand", "Lampa stołowa Aurora", "Свитер шерстяной Фьорд", "چراغ رومیزی", "Kubek ceramiczny Sowa"];

    [Theory]
    [InlineData("en", "is the moss linen dress in stock?", "Linen dress Moss")]
    [InlineData("en", "the linnen dress moss came torn", "Linen dress Moss")]
    [InlineData("pl", "chcę zwrócić lampę stołową aurora", "Lampa stołowa Aurora")]
    [InlineData("pl", "dwa kubki ceramiczne, Sowa", "Kubek ceramiczny Sowa")]
    [InlineData("ru", "что со свитером шерстяным", "Свитер шерстяной Фьорд")]
    [InlineData("fa", "چراغ رومیزی شکسته", "چراغ رومیزی")]
    public void A_product_is_known_in_any_form(string language, string line, string expected) =>
        Assert.Equal([expected], Reading.Read(language, line, Reading.With(products: () => Shop)).Products);

    [Fact]
    public void A_new_list_counts_from_the_next_line_on()
    {
        IReadOnlyList<string> names = Shop;
        var reader = Reading.With(products: () => names);
        Assert.Empty(Reading.Read("en", "my wool blanket", reader).Products);

        names = ["Wool blanket"];

        Assert.Equal(["Wool blanket"], Reading.Read("en", "my wool blanket", reader).Products);
    }

    [Fact]
    public void A_word_in_passing_is_no_product() => Assert.Empty(Reading.Read("en", "how should I dress", Reading.With(products: () => Shop)).Products);
}
