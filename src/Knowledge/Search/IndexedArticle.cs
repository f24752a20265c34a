using Warmline.Knowledge.Articles;

namespace Warmline.Knowledge.Search;

/// <summary>An article's words, counted: those of its title and question variants in full, those of its answer lightly.</summary>
internal sealed class IndexedArticle
{
    private const double AnswerWeight = 0.2;

    public IndexedArticle(ArticleText text)
    {
        Text = text;
        Questions = [.. text.Content.Variants.Prepend(text.Title).Select(question => Terms.Of(question, text.Language))];
        foreach (var term in QuestionTerms)
        {
            Count(term.Stem, 1);
        }

        foreach (var term in Terms.Of(Placeholders.WithoutThem(text.Answer), text.Language).Words)
        {
            Count(term.Stem, AnswerWeight);
        }

        Length = Stems.Values.Sum();
    }

    public ArticleText Text { get; }

    public IReadOnlyList<Terms> Questions { get; }

    public IEnumerable<Term> QuestionTerms => Questions.SelectMany(question => question.Words);

    public Dictionary<string, double> Stems { get; } = [];

    public double Length { get; }

    private void Count(string stem, double weight) => Stems[stem] = Stems.GetValueOrDefault(stem) + weight;
}
