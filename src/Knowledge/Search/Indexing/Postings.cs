using System.Runtime.InteropServices;
using Warmline.Knowledge.Search.Words;

namespace Warmline.Knowledge.Search.Indexing;

/// <summary>
/// Which articles know a stem, and how much: BM25's counts, those of titles and question variants in full, those of answers lightly.
/// </summary>
internal sealed class Postings
{
    private const float AnswerWeight = 0.2f;
    private const float Saturation = 0.5f;
    private const float LengthPenalty = 0.2f;

    private readonly List<List<(int Article, float Count)>> _articlesOf = [];
    private readonly List<float> _lengths = [];
    private float _total;

    public int Articles => _lengths.Count;

    public void Add(IndexedArticle article, Lexicon lexicon)
    {
        var counts = new Dictionary<int, float>();
        foreach (var word in article.Variants.SelectMany(variant => variant.Words))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, lexicon[word].Stem, out _) += 1;
        }

        var content = article.Article.Content;
        foreach (var term in content.Cases.Select(each => each.Answer).Prepend(content.Answer)
            .SelectMany(text => Terms.Of(Placeholders.WithoutThem(text), article.Article.Language, withPairs: false)))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, lexicon.AddStem(term.Stem), out _) += AnswerWeight;
        }

        foreach (var (stem, count) in counts)
        {
            while (_articlesOf.Count <= stem)
            {
                _articlesOf.Add([]);
            }

            _articlesOf[stem].Add((Articles, count));
        }

        _lengths.Add(counts.Values.Sum());
        _total += _lengths[^1];
    }

    /// <summary>How rare a stem is among the articles.</summary>
    public float Rarity(int? stem)
    {
        var those = stem is { } known ? Of(known).Length : 0;
        return MathF.Log(1 + ((Articles - those + 0.5f) / (those + 0.5f)));
    }

    /// <summary>The articles in ascending order, with their counts.</summary>
    public ReadOnlySpan<(int Article, float Count)> Of(int stem) =>
        stem < _articlesOf.Count ? CollectionsMarshal.AsSpan(_articlesOf[stem]) : default;

    /// <summary>BM25's share of a stem that an article holds so often.</summary>
    public float Share(int article, float count)
    {
        var length = 1 - LengthPenalty + (LengthPenalty * _lengths[article] * Articles / _total);
        return count * (Saturation + 1) / (count + (Saturation * length));
    }

    /// <summary>Whether several articles are asked for by a stem; that answers mention it does not count.</summary>
    public bool IsOfSeveral(int stem)
    {
        var those = 0;
        foreach (var (_, count) in Of(stem))
        {
            those += count >= 1 ? 1 : 0;
        }

        return those > 1;
    }

    public bool Knows(int article, int stem)
    {
        foreach (var (other, _) in Of(stem))
        {
            if (other == article)
            {
                return true;
            }
        }

        return false;
    }
}
