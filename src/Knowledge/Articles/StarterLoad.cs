namespace Warmline.Knowledge.Articles;

/// <summary>Remembers that a starter set was loaded, so that articles a shop removed do not come back.</summary>
internal sealed class StarterLoad(string name, DateTime loadedAt)
{
    public const int MaxName = 50;

    public string Name { get; private set; } = name;

    public DateTime LoadedAt { get; private set; } = loadedAt;
}
