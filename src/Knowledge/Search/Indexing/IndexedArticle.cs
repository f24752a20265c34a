using Warmline.Knowledge.Articles;

namespace Warmline.Knowledge.Search.Indexing;

/// <summary>What the index is built from: the join with whoever keeps articles.</summary>
internal sealed record SearchableArticle(string Key, string Language, ArticleContent Content)
{
    /// <summary>Whether it may be shown now, given whether the customer is signed in; asked at every question.</summary>
    public Func<bool, bool> IsShown { get; init; } = static _ => true;
}

/// <summary>An article as it is searched: its title and question variants one by one.</summary>
internal sealed record IndexedArticle(SearchableArticle Article, Variant[] Variants);
