namespace Warmline.Knowledge.Articles;

/// <summary>
/// One row: a number that rises with whatever customers see changed. Every editor's verb holds this row, so verbs come one after
/// another; other nodes look at it to learn that they must read anew.
/// </summary>
internal sealed class ArticleStamp(int id, long value)
{
    public const int TheOne = 1;

    public int Id { get; private set; } = id;

    public long Value { get; private set; } = value;
}
