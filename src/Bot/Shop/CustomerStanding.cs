namespace Warmline.Bot.Shop;

/// <summary>How a customer stands with the shop.</summary>
internal sealed record CustomerStanding
{
    public bool IsVip { get; init; }

    /// <summary>All orders ever placed, cancelled ones too.</summary>
    public required int Orders { get; init; }

    /// <summary>What was paid and kept, in minor units by currency; bounded reads may make it less than the truth, never more.</summary>
    public IReadOnlyDictionary<string, long> SpentMinor { get; init; } = new Dictionary<string, long>();

    /// <summary>Null when the shop does not count them.</summary>
    public int? PastComplaints { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? Since { get; init; }
}
