using Warmline.Bot.Understanding;
using Warmline.Bot.Understanding.Commands;
using Warmline.Bot.Understanding.Model;
using Warmline.Bot.Understanding.Training;
using Warmline.Handoff.Policy;

namespace Warmline.Bot.Tests.Understanding;

/// <summary>What the README says of the engine, on lines whose writers wrote no training phrases. Bars stand a little under what was measured.</summary>
public sealed class QualityTests
{
    private const int Bins = 10;
    private readonly Understander _engine = Engine.Default();

    [Theory]
    [InlineData("en", 0.75)]
    [InlineData("pl", 0.73)]
    [InlineData("ru", 0.75)]
    [InlineData("fa", 0.81)]
    public void Most_lines_of_strangers_are_understood(string language, double least)
    {
        var right = JudgedPhrase.Of(language).Average(phrase => phrase.Accepts(_engine.Understand([phrase.Text], language).Top.Intent) ? 1.0 : 0);

        Assert.True(right >= least, $"{right:F3} of the lines are understood.");
    }

    [Theory]
    [InlineData("pl")]
    [InlineData("ru")]
    [InlineData("fa")]
    public void The_language_of_a_line_is_told(string language)
    {
        var right = JudgedPhrase.Of(language).Average(phrase => _engine.Understand([phrase.Text], language).Language == language ? 1.0 : 0);

        Assert.True(right >= 0.97, $"{right:F3} of the lines are taken for {language}.");
    }

    [Theory]
    [InlineData("pl")]
    [InlineData("ru")]
    [InlineData("fa")]
    public void Confidence_means_what_it_says(string language)
    {
        var told = JudgedPhrase.Of(language).Select(phrase => (phrase, _engine.Understand([phrase.Text], language).Top))
            .Select(pair => (pair.Top.Confidence, Right: pair.phrase.Accepts(pair.Top.Intent) ? 1.0 : 0)).ToList();

        var error = told.GroupBy(line => (int)Math.Min(Bins - 1, line.Confidence * Bins))
            .Sum(bin => Math.Abs(bin.Average(line => line.Confidence) - bin.Average(line => line.Right)) * bin.Count()) / told.Count;

        Assert.True(error <= 0.07, $"The calibration error is {error:F3}.");
    }

    [Theory]
    [InlineData("pl")]
    [InlineData("ru")]
    [InlineData("fa")]
    public void Adding_a_please_seldom_changes_the_meaning(string language)
    {
        var please = language switch { "pl" => "proszę, ", "ru" => "пожалуйста, ", _ => "لطفا " };

        var same = JudgedPhrase.Of(language).Average(phrase =>
            _engine.Understand([phrase.Text], language).Top.Intent == _engine.Understand([please + phrase.Text], language).Top.Intent ? 1.0 : 0);

        Assert.True(same >= 0.95, $"{same:F3} of the lines keep their meaning.");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("ru")]
    [InlineData("fa")]
    public void A_wish_for_a_person_that_is_only_suspected_never_comes_first(string language) =>
        Assert.All(JudgedPhrase.Of(language).Select(phrase => _engine.Understand([phrase.Text], language).Top), top => Assert.True(top.Intent != Intent.HumanAgent || top.Confidence >= IntentScore.Sure));

    [Theory]
    [InlineData("pl")]
    [InlineData("ru")]
    public void Capitals_do_not_change_the_meaning(string language) =>
        Assert.All(JudgedPhrase.Of(language), phrase => Assert.Equal(
            _engine.Understand([phrase.Text], language).Top.Intent, _engine.Understand([phrase.Text.ToUpperInvariant()], language).Top.Intent));

    [Theory]
    [InlineData("en", 0.22)]
    [InlineData("pl", 0.28)]
    [InlineData("ru", 0.26)]
    [InlineData("fa", 0.30)]
    public void Who_asks_for_something_is_seldom_called_frustrated_who_complains_mostly_is(string language, double most)
    {
        var upset = JudgedPhrase.Of(language).ToLookup(
            phrase => phrase.Accepts(Intent.Complaint), phrase => _engine.Understand([phrase.Text], language).Signals[Signals.Frustration].Strength > Signal.Clear ? 1.0 : 0);

        Assert.True(upset[false].Average() <= most, $"{upset[false].Average():F3} of the others");
        Assert.True(upset[true].Average() >= 0.6, $"{upset[true].Average():F3} of the complaints");
    }

    [Theory]
    [InlineData("en", 0.62)]
    [InlineData("pl", 0.5)]
    [InlineData("ru", 0.53)]
    [InlineData("fa", 0.7)]
    public void A_person_comes_about_when_a_supervisor_would_send_one(string language, double least)
    {
        var (replay, figures) = (new Replay(_engine, new PolicyOptions()), new ReplayFigures());
        foreach (var conversation in JudgedPhrase.Conversations(language))
        {
            var at = replay.Run(conversation).ToList().FindIndex(turn => turn.Decision == "handover");
            figures.Add(conversation, at < 0 ? null : at);
        }

        Assert.True(figures.WithinOneTurn >= least, figures.ToString());
    }

    [Fact]
    public void The_shipped_model_was_trained_on_the_phrases_that_are_here() =>
        Assert.Equal(TrainingPhrases.Fingerprint(), UnderstandingModel.BuiltIn().Fingerprint);

    [Fact]
    public void There_are_enough_phrases_of_several_hands()
    {
        string[] main =
        [
            "order_status", "return_policy", "delivery", "payment", "cancel_or_change_order", "complaint", "human_agent", "callback", "product_question",
        ];

        var files = TrainingPhrases.BuiltIn().GroupBy(phrase => (phrase.Language, phrase.Label)).ToDictionary(file => file.Key, file => file.ToList());

        Assert.All(Languages.All.SelectMany(_ => main, (language, label) => files[(language, label)]), file =>
        {
            Assert.InRange(file.Count, 250, int.MaxValue);
            Assert.InRange(file.Select(phrase => phrase.Hand).Distinct().Count(), 3, int.MaxValue);
            Assert.Equal(file.Count, file.Select(phrase => phrase.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        });
        Assert.All(Languages.All, language => Assert.InRange(files[(language, "out_of_scope")].Count, 600, int.MaxValue));
        Assert.All(Languages.All, language => Assert.InRange(files[(language, "greeting")].Count + files[(language, "thanks")].Count, 250, int.MaxValue));
    }
}
