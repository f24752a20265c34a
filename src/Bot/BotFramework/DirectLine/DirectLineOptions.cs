using System.ComponentModel.DataAnnotations;

namespace BotFramework.DirectLine;

/// <summary>Settings of the Direct Line endpoint.</summary>
public sealed class DirectLineOptions
{
    /// <summary>Secrets of servers that may mint tokens and see every conversation; two, so they can rotate. Default none.</summary>
    public IList<string> Secrets { get; } = [];

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

    /// <summary>How often an open socket looks for lines it was not woken for. Default 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an open socket may stay silent. Default 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan KeepAliveEvery { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The bot's id, the recipient of what customers write.</summary>
    [Required]
    public string BotId { get; set; } = "bot";

    /// <summary>The bot's name.</summary>
    public string? BotName { get; set; }
}
