using Warmline.Bot.Understanding;
using Warmline.Bot.Understanding.Learning;
using Warmline.Bot.Understanding.Training;

namespace Warmline.Bot.Tests.Understanding;

/// <summary>The learner on a shop's own rows.</summary>
public sealed class LearningTests
{
    private static readonly (string Text, string Label)[] Rows =
    [
        .. Of("warranty", "how long is the guarantee", "what does the guarantee cover", "is a torn cover under guarantee", "guarantee papers lost"),
        .. Of("size", "which size fits a king bed", "sizes of the small mattress", "size chart", "is there a size for children"),
        .. Of("trial", "may I try it first", "trial nights", "how does the trial work", "can I try it at home"),
        .. Of("colour", "which colours are there", "do you have it in grey", "colour of the cover", "is grey darker than on the picture"),
        .. Of("thickness", "how thick is it", "thickness in inches", "is the thick one firmer", "ten inches or eight"),
        .. Of("cleaning", "how do I wash the cover", "can it be washed", "cleaning a stain", "wash at forty degrees"),
    ];

    private static readonly RowLanguages English = RowLanguages.Of(Rows.Select(row => WordReader.Read(row.Text)), _ => "en")!;

    [Fact]
    public void A_label_is_found_by_a_word_its_rows_do_not_have_but_the_search_knows() =>
        Assert.Equal("warranty", OpenSetTrainer.Train(Rows, English).Classify(WordReader.Read("what is the warranty on this")).Best.Label);

    [Fact]
    public void Rows_in_a_language_nobody_can_tell_are_learned_without_the_search()
    {
        var classifier = OpenSetTrainer.Train(Rows, languages: null);

        Assert.Null(classifier.Search);
        Assert.Equal("size", classifier.Classify(WordReader.Read("size of the king bed")).Best.Label);
    }

    [Fact]
    public void The_same_rows_give_the_same_answers()
    {
        var (one, other) = (OpenSetTrainer.Train(Rows, English), OpenSetTrainer.Train(Rows, English));

        Assert.All(Rows, row => Assert.Equal(one.Classify(WordReader.Read(row.Text)), other.Classify(WordReader.Read(row.Text))));
    }

    [Fact]
    public void Weights_of_a_byte_say_what_they_were_rounded_from()
    {
        float[] weights = [.. Enumerable.Range(0, 3 * 11).Select(at => MathF.Sin(at))];
        var line = new SparseVector([0, 2], [0.5f, -2]);

        var margins = LinearModel.Of(11, weights, new float[11]).Margins(line);

        Assert.All(Enumerable.Range(0, 11), label => Assert.Equal((0.5f * weights[label]) - (2 * weights[22 + label]), margins[label], 0.02f));
    }

    [Fact]
    public void A_remark_among_phrases_is_no_phrase() => Assert.DoesNotContain(TrainingPhrases.BuiltIn(), phrase => phrase.Text.StartsWith('#'));

    private static IEnumerable<(string Text, string Label)> Of(string label, params string[] texts) => texts.Select(text => (text, label));
}
