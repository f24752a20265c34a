using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Desk;
using Warmline.Handoff.Queue;

namespace Warmline.Handoff.Tests.Desk;

public sealed partial class DeskTextsTests
{
    private static readonly ResourceManager Texts = new("Warmline.Handoff.Desk.DeskTexts", typeof(DeskTexts).Assembly);

    [Theory]
    [InlineData("pl")]
    [InlineData("ru")]
    [InlineData("fa")]
    public void Every_sentence_stands_in_every_language_with_the_same_places_for_values(string language)
    {
        var english = Read(CultureInfo.InvariantCulture);
        var translated = Read(CultureInfo.GetCultureInfo(language));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Places(text.Value), Places(translated[text.Key])));
    }

    [Fact]
    public void Every_reason_role_and_fault_has_a_name()
    {
        var texts = new DeskTexts("en");

        Assert.All(CloseReasons.ByAgent, reason => Assert.NotNull(texts.Find("close", reason)));
        Assert.All(StaffRole.All, role => Assert.NotNull(texts.Find("role", role)));
        Assert.All(Enum.GetNames<AccountFault>(), fault => Assert.NotNull(texts.Find("staff.fault", fault)));
        Assert.All(Enum.GetNames<PasswordFault>().Skip(1), fault => Assert.NotNull(texts.Find("password.problem", fault)));
    }

    [Fact]
    public void Value_nobody_named_is_shown_as_it_is() => Assert.Equal("strange", new DeskTexts("pl").Name("reason", "strange"));

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        Texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
