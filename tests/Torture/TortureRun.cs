using Warmline.Torture.Agents;
using Warmline.Torture.Channels;
using Warmline.Torture.Customers;
using Warmline.Torture.Judging;
using Warmline.Torture.Servers;

namespace Warmline.Torture;

/// <summary>A whole run: kills while the database is made, kills under load, an end in peace, the judgement.</summary>
internal sealed class TortureRun(World world, TestBed bed, FailingChannel channel)
{
    private static readonly TimeSpan EndTakes = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(4);
    private const int MostLinesOfALife = 40;
    private const int JudgeEvery = 50;
    private const int EmptyStartsInAHundred = 10;
    private readonly Random _random = new(world.Options.Seed);
    private readonly Floor _floor = new();
    private readonly List<CustomerActor> _customers = [.. Enumerable.Range(1, world.Options.Customers).Select(number => new CustomerActor(world, number))];

    public static async Task<int> RunAsync(TortureOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("warmline-torture-").FullName;
        await using var channel = await FailingChannel.OpenAsync(options, folder);
        var bed = await TestBed.MakeAsync(options, folder, channel.Settings);
        Console.WriteLine($"Seed {options.Seed}, {options.Kills} kills, folder {bed.Folder}");
        using var cluster = new Cluster(options, bed);
        var court = new Court(options.Seed, () => cluster.Kills);
        channel.Watch(cluster, court);
        using var ledger = new Ledger(bed.Folder);
        using var door = new Door(cluster, court);
        using var ending = new CancellationTokenSource();
        using var over = new CancellationTokenSource();
        var world = new World(options, cluster, door, court, ledger) { Ending = ending.Token, Over = over.Token };
        await new TortureRun(world, bed, channel).TryRunAsync(ending, over);
        Console.WriteLine(court.Report());
        if (court.Violations == 0 && !options.Keep)
        {
            await bed.RemoveAsync();
        }
        else
        {
            Console.WriteLine($"The data is kept in {bed.Folder}");
        }

        return court.Violations == 0 ? 0 : 1;
    }

    private int _nextJudgement = JudgeEvery;

    private Archive Archive => new(bed, world, _floor);

    private async Task TryRunAsync(CancellationTokenSource ending, CancellationTokenSource over)
    {
        try
        {
            await RunAsync(ending, over);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            world.Court.Accuse("the run broke off", null, "its end", $"{error}");
        }
    }

    private async Task RunAsync(CancellationTokenSource ending, CancellationTokenSource over)
    {
        await KillWhileMigratingAsync(Math.Max(1, world.Options.Kills * EmptyStartsInAHundred / 100));
        var customers = Task.WhenAll(_customers.Select(customer => customer.RunAsync()));
        var judge = new SentJudge(world, bed, channel);
        var others = Task.WhenAll(Enumerable.Range(1, world.Options.ChannelCustomers).Select(number => new ChannelActor(world, channel, judge, number).RunAsync()));
        var agents = Task.WhenAll(Enumerable.Range(1, world.Options.Agents).Select(number => new AgentActor(world, _floor, number).RunAsync()));
        await KillUnderLoadAsync();
        await ending.CancelAsync();
        over.CancelAfter(EndTakes);
        var began = TimeProvider.System.GetTimestamp();
        await customers;
        await others;
        world.Court.Time("the last talks ended after the last restart", TimeProvider.System.GetElapsedTime(began));
        await over.CancelAsync();
        await agents;
        await Archive.JudgeAsync(atTheEnd: true);
    }

    // Also on a half-made database, again and again; then anew from nothing.
    private async Task KillWhileMigratingAsync(int kills)
    {
        for (var kill = 0; kill < kills; kill++)
        {
            await StartAllAsync();
            await World.PauseAsync(_random, 200, 4000, CancellationToken.None);
            var got = world.Cluster.IsReady(0);
            for (var node = 0; node < world.Cluster.Count; node++)
            {
                await world.Cluster.KillAsync(node);
            }

            world.Court.Count(got ? "kills soon after the first start" : "kills while the database was made");
            if (got || _random.Next(3) == 0)
            {
                await bed.EmptyAsync();
            }
        }

        await StartAllAsync();
        for (var node = 0; node < world.Cluster.Count; node++)
        {
            await world.Cluster.WaitUntilReadyAsync(node);
        }
    }

    private Task StartAllAsync()
    {
        for (var node = 0; node < world.Cluster.Count; node++)
        {
            world.Cluster.Start(node);
        }

        return Task.CompletedTask;
    }

    private async Task KillUnderLoadAsync()
    {
        var troubles = new Troubles(world, bed, channel);
        while (world.Cluster.Kills < world.Options.Kills)
        {
            await LiveAsync();
            await troubles.DoAsync();
            var node = _random.Next(world.Cluster.Count);
            await world.Cluster.KillAsync(node);
            world.Court.Count("kills under load");
            var began = TimeProvider.System.GetTimestamp();
            world.Cluster.Start(node);
            while (_random.Next(5) == 0 && world.Cluster.Kills < world.Options.Kills)
            {
                await World.PauseAsync(_random, 100, 2500, CancellationToken.None);
                await world.Cluster.KillAsync(node);
                world.Court.Count("kills while starting");
                began = TimeProvider.System.GetTimestamp();
                world.Cluster.Start(node);
            }

            await world.Cluster.WaitUntilReadyAsync(node);
            world.Court.Time("start to ready", TimeProvider.System.GetElapsedTime(began));
            await CompareAsync();
        }

        await troubles.EndAsync();
    }

    // A life is measured in lines, so that a slow machine is tortured as hard as a quick one; then a moment more, to die anywhere.
    private async Task LiveAsync()
    {
        var (began, until) = (TimeProvider.System.GetTimestamp(), world.Ledger.Count + _random.Next(MostLinesOfALife));
        while (world.Ledger.Count < until && TimeProvider.System.GetElapsedTime(began) < LongestLife)
        {
            await World.PauseAsync(_random, 5, 30, CancellationToken.None);
        }

        await World.PauseAsync(_random, 0, 400, CancellationToken.None);
    }

    private async Task CompareAsync()
    {
        foreach (var present in _customers.Select(customer => customer.Present).OfType<Customer>())
        {
            await Hearing.ComparedNowAsync(present, world);
        }

        if (world.Cluster.Kills >= _nextJudgement)
        {
            _nextJudgement = world.Cluster.Kills + JudgeEvery;
            await Archive.JudgeAsync(atTheEnd: false);
        }

        Console.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss} kill {world.Cluster.Kills}, violations {world.Court.Violations}");
    }
}
