using System.Globalization;

namespace Warmline.Torture;

/// <summary>What is done to the server, from the command line.</summary>
internal sealed record TortureOptions
{
    public const string Usage = """
        usage: Torture [--kills 1000] [--seed N] [--customers 12] [--channel-customers 4] [--agents 2] [--nodes 1|2] [--database sqlite|postgres]
                       [--redis-stops N] [--database-stops N] [--clock-jumps N] [--server path/Warmline.Bot.dll] [--keep true]
        PostgreSQL and Redis come from build/with-servers.sh (WARMLINE_TEST_POSTGRES, WARMLINE_TEST_REDIS and their …_CTL).
        """;

    public int Kills { get; private init; } = 20;

    /// <summary>The same seed gives the same kinds of kills after the same times, the same talk and the same failures; the machine does the rest.</summary>
    public int Seed { get; private init; } = Environment.TickCount & 0xffffff;

    public int Customers { get; private init; } = 12;

    /// <summary>Customers in a channel whose connector fails.</summary>
    public int ChannelCustomers { get; private init; } = 4;

    public int Agents { get; private init; } = 2;

    public int Nodes { get; private init; } = 1;

    public bool OnPostgres { get; private init; }

    /// <summary>How often Redis is stopped and started again during the run.</summary>
    public int RedisStops { get; private init; }

    /// <summary>How often the database is stopped for 30 seconds.</summary>
    public int DatabaseStops { get; private init; }

    /// <summary>How often the clock is set: an hour or a day, back or forth.</summary>
    public int ClockJumps { get; private init; }

    /// <summary>The built product; by default the one of this working tree.</summary>
    public string? Server { get; private init; }

    /// <summary>Leaves the data folder also when all was well.</summary>
    public bool Keep { get; private init; }

    /// <summary>Null when the arguments can't be understood.</summary>
    public static TortureOptions? Parse(string[] args)
    {
        var options = new TortureOptions();
        for (var at = 0; at < args.Length; at += 2)
        {
            if (at + 1 >= args.Length || With(options, args[at], args[at + 1]) is not { } read)
            {
                return null;
            }

            options = read;
        }

        return options.Nodes == 1 || options.OnPostgres ? options : null;
    }

    private static TortureOptions? With(TortureOptions options, string name, string value) => (name, Number(value)) switch
    {
        ("--kills", { } n) => options with { Kills = n },
        ("--seed", { } n) => options with { Seed = n },
        ("--customers", { } n and > 0) => options with { Customers = n },
        ("--channel-customers", { } n) => options with { ChannelCustomers = n },
        ("--agents", { } n and > 0) => options with { Agents = n },
        ("--nodes", { } n and > 0 and < 3) => options with { Nodes = n },
        ("--redis-stops", { } n) => options with { RedisStops = n },
        ("--database-stops", { } n) => options with { DatabaseStops = n },
        ("--clock-jumps", { } n) => options with { ClockJumps = n },
        ("--database", null) when value is "sqlite" or "postgres" => options with { OnPostgres = value == "postgres" },
        ("--server", null) => options with { Server = value },
        ("--keep", null) => options with { Keep = value == "true" },
        _ => null,
    };

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
