using System.Globalization;
using Warmline.Torture.Channels;
using Warmline.Torture.Servers;

namespace Warmline.Torture;

/// <summary>What else goes wrong between the kills, spread over the run: Redis, the database, the clock, the channel.</summary>
internal sealed class Troubles(World world, TestBed bed, FailingChannel channel)
{
    private const int ChannelVanishesEvery = 10;
    private const int KillsWithoutRedis = 3;
    private static readonly TimeSpan WithoutDatabase = TimeSpan.FromSeconds(30);
    private static readonly double[] Jumps = [3600, -3600, 86_400, -86_400];
    private readonly Random _random = new(Seeds.Of(world.Options.Seed, 4000));
    private double _offset;
    private int _redisBack = int.MaxValue;
    private int _last;

    /// <summary>Does what is due since the last time it was asked.</summary>
    public async Task DoAsync()
    {
        var now = world.Cluster.Kills;
        for (var kill = _last + 1; kill <= now; kill++)
        {
            await DoAsync(kill);
        }

        _last = now;
    }

    /// <summary>Puts back what is away.</summary>
    public Task EndAsync() => _redisBack == int.MaxValue ? Task.CompletedTask : RedisComesBackAsync(_redisBack);

    private async Task DoAsync(int kill)
    {
        await RedisComesBackAsync(kill);
        if (IsDue(kill, world.Options.RedisStops) && _redisBack == int.MaxValue)
        {
            world.Court.Count("stops of Redis");
            await Control.DoAsync("WARMLINE_TEST_REDIS_CTL", _random.Next(2) == 0 ? "stop" : "kill");
            _redisBack = kill + KillsWithoutRedis;
        }

        if (IsDue(kill, world.Options.DatabaseStops))
        {
            await DatabaseIsGoneAsync();
        }

        if (IsDue(kill, world.Options.ClockJumps))
        {
            await JumpAsync();
        }

        if (kill % ChannelVanishesEvery == 0 && world.Options.ChannelCustomers > 0)
        {
            world.Court.Count("times the channel refused connections");
            await channel.VanishAsync(CancellationToken.None);
        }
    }

    // So often in the run, evenly, not in its first kills.
    private bool IsDue(int kill, int times) =>
        times > 0 && kill % Math.Max(1, world.Options.Kills / (times + 1)) == 0 && kill / Math.Max(1, world.Options.Kills / (times + 1)) <= times;

    private async Task RedisComesBackAsync(int kill)
    {
        if (kill >= _redisBack)
        {
            await Control.DoAsync("WARMLINE_TEST_REDIS_CTL", "start");
            _redisBack = int.MaxValue;
        }
    }

    private async Task DatabaseIsGoneAsync()
    {
        world.Court.Count("times the database was gone for 30 s");
        await Control.DoAsync("WARMLINE_TEST_POSTGRES_CTL", _random.Next(2) == 0 ? "stop" : "kill");
        await Task.Delay(WithoutDatabase, TimeProvider.System);
        await Control.DoAsync("WARMLINE_TEST_POSTGRES_CTL", "start");
        await Task.Delay(WithoutDatabase, TimeProvider.System);
    }

    private async Task JumpAsync()
    {
        var jump = Jumps[_random.Next(Jumps.Length)];
        _offset += jump;
        Console.WriteLine($"The clock jumps by {jump} s");
        world.Court.Count(string.Create(CultureInfo.InvariantCulture, $"clock jumps of {jump / 3600} h"));
        await File.WriteAllTextAsync(bed.ClockFile, _offset.ToString(CultureInfo.InvariantCulture));
    }
}
