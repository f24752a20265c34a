using System.ComponentModel.DataAnnotations;

namespace Warmline.Knowledge.Answers.Model;

/// <summary>How much may be asked of the model; whichever is reached first ends it.</summary>
public sealed class SpendingLimit
{
    /// <summary>Texts asked for.</summary>
    [Range(0, int.MaxValue)]
    public int Calls { get; set; }

    /// <summary>Tokens read and written.</summary>
    [Range(0, long.MaxValue)]
    public long Tokens { get; set; }

    /// <summary>Money, by the prices in the settings. Default: no limit.</summary>
    [Range(0, 1_000_000_000)]
    public decimal? Money { get; set; }
}
