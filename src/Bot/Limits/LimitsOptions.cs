using System.ComponentModel.DataAnnotations;

namespace Warmline.Bot.Limits;

/// <summary>
/// How much strangers may ask of the open endpoints: section <c>Warmline:Limits</c>. A visitor is a conversation (or, before there is one, a
/// token); an address is an IPv4 address or an IPv6 /64. Hundreds of customers may share one address (a shop's wireless network, a mobile
/// operator), so an address is given what a few hundred busy customers need; holders of a site secret and this machine itself are not
/// limited per address.
/// </summary>
internal sealed class LimitsOptions : IValidatableObject
{
    public const string Section = "Warmline:Limits";

    /// <summary>Opening the chat takes two: a session and a conversation. Default 240 at once, 240 a minute.</summary>
    public Allowance SessionsPerAddress { get; set; } = new(240, 240);

    /// <summary>What a customer writes. Default 60 lines in one breath, then one a second.</summary>
    public Allowance PostsPerVisitor { get; set; } = new(60, 60);

    /// <summary>Default 600 at once, 1,200 a minute: two hundred customers who write every ten seconds.</summary>
    public Allowance PostsPerAddress { get; set; } = new(600, 1200);

    /// <summary>Asking for new lines, reconnecting, refreshing tokens. A polling client asks once a second in each tab. Default 60 at once, 600 a minute.</summary>
    public Allowance PollsPerVisitor { get; set; } = new(60, 600);

    /// <summary>Default 2,000 at once, 24,000 a minute: four hundred polling customers.</summary>
    public Allowance PollsPerAddress { get; set; } = new(2000, 24_000);

    /// <summary>Uploads, and downloads of the transcript. Default 10 at once, 6 a minute.</summary>
    public Allowance FilesPerVisitor { get; set; } = new(10, 6);

    /// <summary>Default 100 at once, 120 a minute.</summary>
    public Allowance FilesPerAddress { get; set; } = new(100, 120);

    /// <summary>Sockets open at the same time in one conversation: one a tab, and a few that are just being replaced. Default 8.</summary>
    [Range(1, 10_000)]
    public int SocketsPerVisitor { get; set; } = 8;

    /// <summary>Sockets open at the same time from one address. Default 1,000.</summary>
    [Range(1, 1_000_000)]
    public int SocketsPerAddress { get; set; } = 1000;

    /// <summary>Connections of all kinds this process holds; more wait at the door. A socket costs memory (see the run-book). Default 20,000.</summary>
    [Range(10, 1_000_000)]
    public int Connections { get; set; } = 20_000;

    /// <summary>Largest body of any request in bytes; single endpoints allow less. Default 16 MB.</summary>
    [Range(64 * 1024, 1024L * 1024 * 1024)]
    public long BodyBytes { get; set; } = 16 * 1024 * 1024;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        GetType().GetProperties()
            .Where(property => property.GetValue(this) is Allowance { IsSensible: false })
            .Select(property => new ValidationResult($"{Section}:{property.Name} needs AtOnce and PerMinute from 1 to 1,000,000."));
}

/// <summary>So many in one breath, then so many a minute.</summary>
internal sealed class Allowance(int atOnce, int perMinute)
{
    public Allowance() : this(0, 0)
    {
    }

    public int AtOnce { get; set; } = atOnce;

    public int PerMinute { get; set; } = perMinute;

    public bool IsSensible => AtOnce is >= 1 and <= 1_000_000 && PerMinute is >= 1 and <= 1_000_000;
}
