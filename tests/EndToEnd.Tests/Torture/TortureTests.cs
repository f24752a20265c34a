using System.Diagnostics;
using Warmline.EndToEnd.Tests.Browser;

namespace Warmline.EndToEnd.Tests.Torture;

/// <summary>
/// The server is killed with SIGKILL twenty times, while its database is made, under load and while it starts; what its clients saw
/// acknowledged is compared with the log. A thousand times: <c>dotnet run --project tests/Torture -- --kills 1000</c>.
/// </summary>
[Collection(nameof(Alone))]
public sealed class TortureTests
{
    private const string NoServers = "PostgreSQL and Redis are not there: run the tests by build/with-servers.sh.";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(12);

    [Fact]
    public Task No_acknowledged_line_is_lost_or_doubled_when_the_server_is_killed_twenty_times() => EndsWellAsync();

    [Fact]
    public Task The_same_holds_for_two_nodes_on_PostgreSQL_while_Redis_goes_away_and_comes_back()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("WARMLINE_TEST_POSTGRES") is not null && Environment.GetEnvironmentVariable("WARMLINE_TEST_REDIS") is not null,
            NoServers);
        return EndsWellAsync("--database", "postgres", "--nodes", "2", "--redis-stops", "1");
    }

    private static async Task EndsWellAsync(params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach([Program(), "--kills", "20", "--customers", "8", .. more], start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Longest);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            TestContext.Current.TestOutputHelper!.WriteLine($"{await output}{await errors}");
            Assert.True(process.ExitCode == 0, $"{await output}{await errors}");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    // Beside these tests, built in the same configuration.
    private static string Program()
    {
        var output = Path.GetRelativePath(Path.Combine(Repository.Root, "tests/EndToEnd.Tests"), AppContext.BaseDirectory);
        return Path.Combine(Repository.Root, "tests/Torture", output, "Warmline.Torture.dll");
    }
}

/// <summary>What needs the whole machine runs after everything else.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
