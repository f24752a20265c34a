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
    public void Rows_are_searched_in_their_own_language_where_there_are_enough_of_it()
    {
        (string Text, string Label)[] both = [.. Rows, .. Of("warranty", "gwarancja na materac", "ile trwa gwarancja"), .. Of("size", "jaki rozmiar do łóżka", "tabela rozmiarów")];
        var languages = RowLanguages.Of(both.Select(row => WordReader.Read(row.Text)), LanguageOf)!;

        Assert.Equal("pl", languages.Of(WordReader.Read("ile trwa gwarancja")));
        Assert.Equal("en", languages.Of(WordReader.Read("???")));
        Assert.Equal("warranty", OpenSetTrainer.Train(both, languages).Classify(WordReader.Read("gwarancji na materace")).Best.Label);
    }

    [Fact]
    public void A_language_of_a_row_or_two_is_none_of_the_rows()
    {
        var languages = RowLanguages.Of(Rows.Select(row => WordReader.Read(row.Text)), line => line.Text == Rows[0].Text ? "pl" : "en")!;

        Assert.Equal("en", languages.Of(WordReader.Read(Rows[0].Text)));
        Assert.Null(RowLanguages.Of([WordReader.Read("12345")], _ => null));
    }

    [Fact]
    public void Like_is_held_back_with_like()
    {
        SparseVector[] things = [Only(0), Only(1), Only(2), Only(1), Only(0), Only(2)];

        var folds = LikeFolds.Of(things, 3);

        Assert.Equal((folds[0], folds[1], folds[2]), (folds[4], folds[3], folds[5]));
        Assert.Equal([0, 1, 2], folds.Distinct().Order());

        static SparseVector Only(int feature) => new([feature], [1]);
    }

    [Fact]
    public void Folds_are_of_one_size_and_few_things_fill_few_of_them()
    {
        var things = Enumerable.Range(0, 13).Select(at => new SparseVector([at], [1])).ToList();

        Assert.Equal([3, 3, 3, 2, 2], LikeFolds.Of(things, 5).GroupBy(fold => fold).OrderBy(same => same.Key).Select(same => same.Count()));
        Assert.Equal([0, 1], LikeFolds.Of([.. things.Take(2)], 5).Order());
        Assert.Empty(LikeFolds.Of([], 5));
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

    private static string? LanguageOf(Line line) =>
        line.Words.Length == 0 ? null : Rows.Any(row => row.Text == line.Text) ? "en" : "pl";

    private static IEnumerable<(string Text, string Label)> Of(string label, params string[] texts) => texts.Select(text => (text, label));
}
