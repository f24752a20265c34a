using System.Text.RegularExpressions;
using Warmline.Bot.Dialogs;
using Warmline.Bot.Tests.Understanding;
using Warmline.Bot.Understanding;
using Warmline.Knowledge.Language;

namespace Warmline.Bot.Tests.Dialogs;

public sealed class RepliesTests
{
    public static TheoryData<string> Languages => [.. Warmline.Bot.Languages.All];

    [Theory, MemberData(nameof(Languages))]
    public void Every_sentence_exists_in_every_language_with_the_same_values(string language)
    {
        var english = Replies.All("en");
        var here = Replies.All(language);

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), here.Keys.Order(StringComparer.Ordinal));
        Assert.All(here, entry =>
        {
            Assert.False(string.IsNullOrWhiteSpace(entry.Value), entry.Key);
            Assert.Equal(Sentence.Names(english[entry.Key]), Sentence.Names(entry.Value));
        });
    }

    [Theory, MemberData(nameof(Languages))]
    public void Plural_forms_are_complete(string language) =>
        Assert.All(Replies.All(language), entry => Assert.All(
            Sentence.PluralForms(entry.Value), forms => Assert.Equal(Plurals.FormsIn(language), forms.Length)));

    [Theory, MemberData(nameof(Languages))]
    public void Values_that_may_be_missing_are_optional_in_every_language(string language)
    {
        var english = Replies.All("en");

        Assert.All(Replies.All(language), entry => Assert.Equal(Required(english[entry.Key]), Required(entry.Value)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void No_translation_was_forgotten(string language)
    {
        var same = Replies.All(language).Where(entry => entry.Value == Replies.All("en")[entry.Key]).Select(entry => entry.Key);

        Assert.True(language == "en" || same.All(key => !Regex.Replace(Replies.All("en")[key], @"\{[^}]*\}", "").Any(char.IsLetter)), string.Join(", ", same));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Punctuation_is_the_language_s_own(string language) =>
        Assert.All(Replies.All(language).Values, text =>
        {
            Assert.DoesNotContain('!', text);
            Assert.True(language != "fa" || !text.Replace("https:", "").Any(c => c is '?' or ',' or ';' or 'ي' or 'ك'), text);
        });

    [Theory]
    [InlineData("en", 1, "1 minute")]
    [InlineData("en", 21, "21 minutes")]
    [InlineData("pl", 1, "1 minuta")]
    [InlineData("pl", 3, "3 minuty")]
    [InlineData("pl", 12, "12 minut")]
    [InlineData("pl", 21, "21 minut")]
    [InlineData("ru", 21, "21 минута")]
    [InlineData("ru", 22, "22 минуты")]
    [InlineData("ru", 11, "11 минут")]
    [InlineData("fa", 5, "۵ دقیقه")]
    public void A_number_takes_its_plural_form(string language, int minutes, string expected) =>
        Assert.Contains(expected, Replies.Say("Person.AlreadyWaiting", language, ("position", 2), ("minutes", minutes)), StringComparison.Ordinal);

    [Fact]
    public void A_part_whose_value_is_missing_is_left_out()
    {
        Assert.Equal("Order #W1 is on its way.", Replies.Say("Order.Status.Shipped", "en", ("order", "#W1"), ("carrier", null)));
        Assert.Equal("Order #W1 is on its way. Carrier: DPD.", Replies.Say("Order.Status.Shipped", "en", ("order", "#W1"), ("carrier", "DPD")));
    }

    [Fact]
    public void A_value_is_never_read_as_part_of_the_sentence() =>
        Assert.Contains("[{phone}]", Replies.Say("Callback.Confirm", "en", ("phone", "1"), ("when", "now"), ("topic", "[{phone}]")), StringComparison.Ordinal);

    [Fact]
    public void A_value_cannot_turn_the_sentence_around()
    {
        var said = Replies.Say("Order.AskProof.1", "fa", ("order", "#W12\u202E\u2069\n34"));

        Assert.Contains("\u2068#W12 34\u2069", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_value_or_key_is_an_error_of_ours()
    {
        Assert.Throws<ArgumentException>(() => Replies.Say("Order.AskProof.1", "en"));
        Assert.Throws<ArgumentException>(() => Replies.Say("No.Such.Sentence", "en"));
    }

    [Fact]
    public void Variants_take_turns_before_any_repeats()
    {
        var said = Enumerable.Range(0, 3).Select(times => Replies.SayAnew("Person.StillWaiting", "en", times, ("position", 1))).ToList();

        Assert.Equal(3, said.Distinct().Count());
        Assert.Equal(said[0], Replies.SayAnew("Person.StillWaiting", "en", 3, ("position", 1)));
    }

    [Fact]
    public void A_region_keeps_its_language_and_an_unknown_language_gets_English()
    {
        Assert.Equal("Tak", Replies.Say("Quick.Yes", "pl-PL"));
        Assert.Equal("Yes", Replies.Say("Quick.Yes", "de"));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_button_is_understood_as_what_it_says(string language)
    {
        var expected = new Dictionary<string, Intent>
        {
            ["Quick.Order"] = Intent.OrderStatus,
            ["Quick.Returns"] = Intent.ReturnPolicy,
            ["Quick.Callback"] = Intent.Callback,
            ["Quick.Person"] = Intent.HumanAgent,
            ["Quick.Yes"] = Intent.Yes,
            ["Quick.No"] = Intent.No,
            ["Quick.Cancel"] = Intent.Cancel,
            ["Quick.LeaveQueue"] = Intent.LeaveQueue,
        };
        foreach (var intent in Enum.GetValues<Intent>().Where(intent => intent != Intent.Other && Replies.All("en").ContainsKey($"Topic.{intent}")))
        {
            expected[$"Topic.{intent}"] = intent;
        }

        Assert.All(expected, button => Assert.Equal(
            (button.Key, button.Value), (button.Key, Engine.Default().Understand([Replies.Say(button.Key, language)], language).Top.Intent)));
    }

    private static IEnumerable<string> Required(string sentence) =>
        Sentence.Names(System.Text.RegularExpressions.Regex.Replace(sentence, @"\[[^\]]*\]", ""));
}
