using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Desk;
using Warmline.Handoff.Policy;
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

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("ru")]
    [InlineData("fa")]
    public void Every_reason_signal_and_decision_is_said_in_every_language(string language)
    {
        var texts = new DeskTexts(language);
        var policy = new PolicyOptions();

        Assert.All([.. policy.Weights.Keys, .. policy.AtOnce, HandoffPolicy.AsksForPerson, "vip", "asked", "failed", "repeats", "upset", "unclear", "topic", "bot_error"],
            key => Assert.NotNull(texts.Find("reason", key)));
        Assert.All(Enum.GetNames<HandoffKind>(), kind => Assert.NotNull(texts.Find("decided", kind)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("ru")]
    [InlineData("fa")]
    public void Sentence_with_forms_for_numbers_has_all_of_its_languages(string language)
    {
        var forms = Read(language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language)).Values.Where(text => text.Contains('|', StringComparison.Ordinal));

        Assert.NotEmpty(forms);
        Assert.All(forms, text => Assert.Equal(PluralForm.FormsIn(language), text.Split('|').Length));
    }

    [Theory]
    [InlineData("en", 1, "one"), InlineData("en", 2, "other")]
    [InlineData("fa", 1, "one"), InlineData("fa", 5, "other")]
    [InlineData("pl", 1, "one"), InlineData("pl", 3, "few"), InlineData("pl", 12, "many"), InlineData("pl", 21, "many"), InlineData("pl", 22, "few")]
    [InlineData("ru", 1, "one"), InlineData("ru", 3, "few"), InlineData("ru", 11, "many"), InlineData("ru", 21, "one"), InlineData("ru", 25, "many")]
    public void Number_chooses_the_form(string language, long number, string form) =>
        Assert.Equal(form, PluralForm.Choose(language, number, language is "pl" or "ru" ? "one|few|many" : "one|other"));

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        Texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
