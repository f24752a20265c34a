using Warmline.Bot.Dialogs.Returns;

namespace Warmline.Bot.Tests.Dialogs;

public sealed class ItemNamesTests
{
    private static readonly KnownItem[] Order =
    [
        new("1", "Tablet", "Tablet", "screen size: 7-inch, color: silver", null, 1),
        new("2", "Smart Thermostat", "Smart Thermostat", "compatibility: Google Assistant, color: black", null, 1),
        new("3", "Digital Camera", "Digital Camera", "zoom: 5x", null, 1),
    ];

    [Theory]
    [InlineData("need to give back a thing i bought")]
    [InlineData("I got something I'd like to send back")]
    public void Who_sends_something_back_means_nothing_black(string said) => Assert.True(ItemNames.Read(said, "en", Order, isExchange: false).IsNothing);

    [Theory]
    [InlineData("the black one", "2")]
    [InlineData("my tabelt", "1")]
    [InlineData("the thermostats", "2")]
    public void A_colour_a_slip_and_an_ending_name_an_item(string said, string item) =>
        Assert.Equal(item, Assert.Single(ItemNames.Read(said, "en", Order, isExchange: false).Clear).Id);

    [Theory]
    [InlineData("I have no use for it now, can I exchange the Digital Camera?", "3")]
    [InlineData("exchange the Digital Camera for a tablet", "3")]
    public void What_is_given_back_is_told_from_what_is_wanted(string said, string item) =>
        Assert.Equal(item, Assert.Single(ItemNames.Read(said, "en", Order, isExchange: true).Clear).Id);
}
