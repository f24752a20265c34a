using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace BotFramework.DirectLine;

/// <summary>Settings of the Direct Line endpoint.</summary>
public sealed partial class DirectLineOptions : IValidatableObject
{
    /// <summary>
    /// Secrets of the host's own site, which may mint tokens and see its conversations; two, so they can rotate. Default none.
    /// Like <see cref="Sites"/>, they may change while the host runs.
    /// </summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>Further sites by name (1 to 24 of a–z and 0–9), each with its own secrets, tokens and conversations. Default none.</summary>
    public IDictionary<string, DirectLineSite> Sites { get; } = new Dictionary<string, DirectLineSite>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long a token lasts; clients refresh it every 15 minutes. Default 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a stream URL may be used to connect. Default 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan StreamTokenLifetime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Largest body of a request in bytes. Default 256 KB.</summary>
    [Range(1024, 4 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>Longest text of a message in characters. Default 10,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxTextLength { get; set; } = 10_000;

    /// <summary>Most attachments of one message. Default 20.</summary>
    [Range(0, 1000)]
    public int MaxAttachments { get; set; } = 20;

    /// <summary>Most files of one upload. Default 10.</summary>
    [Range(0, 100)]
    public int MaxFiles { get; set; } = 10;

    /// <summary>Largest file of an upload in bytes. Default 10 MB.</summary>
    [Range(1024, 100 * 1024 * 1024)]
    public int MaxFileBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Largest upload in bytes, all its files together. Default 30 MB.</summary>
    [Range(1024, 500 * 1024 * 1024)]
    public int MaxUploadBytes { get; set; } = 30 * 1024 * 1024;

    /// <summary>How much of all uploads that are under way is held in memory at most, in bytes. Default 256 MB.</summary>
    [Range(1024, long.MaxValue)]
    public long MaxUploadBytesAtOnce { get; set; } = 256L * 1024 * 1024;

    /// <summary>How long an upload may take to arrive. Default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MaxUploadTime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How soon an open socket reads again when the store was in trouble. Default 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan RetryEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an open socket may stay silent. Default 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan KeepAliveEvery { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The bot's id, the recipient of what customers write.</summary>
    [Required]
    public string BotId { get; set; } = "bot";

    /// <summary>The bot's name.</summary>
    public string? BotName { get; set; }

    /// <summary>A secret tells which site it is: no two sites share one, and a name fits into an id.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var name in Sites.Keys.Where(name => !SiteName().IsMatch(name)))
        {
            yield return new ValidationResult($"The site '{name}' must be named with 1 to 24 of a-z and 0-9.");
        }

        var secrets = Secrets.Concat(Sites.Values.SelectMany(site => site.Secrets)).Where(secret => !string.IsNullOrEmpty(secret)).ToList();
        if (secrets.Distinct(StringComparer.Ordinal).Count() < secrets.Count)
        {
            yield return new ValidationResult("Two Direct Line sites have the same secret.");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9]{1,24}$")]
    private static partial Regex SiteName();
}

/// <summary>One place that customers write from, such as one of several shops.</summary>
public sealed class DirectLineSite
{
    /// <summary>Two, so they can rotate.</summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>Ends the site's tokens and open streams at once; its conversations stay.</summary>
    public bool Disabled { get; set; }
}
