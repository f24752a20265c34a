using System.Globalization;
using System.Runtime.InteropServices;
using Warmline.Benchmarks;
using Warmline.Benchmarks.Parts;
using Warmline.Benchmarks.Report;
using Warmline.Benchmarks.Retrieval;
using Warmline.Benchmarks.Targets;
using Warmline.Benchmarks.Understanding;

if (Options.Read(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

if (options.IsEvaluation)
{
    return await new Evaluation(options, new Workshop(options), new Journal()).RunAsync(args);
}

if (options.IsRetrieval)
{
    return await new RetrievalRun(options, new Workshop(options), new Journal()).RunAsync(args);
}

var today = TimeProvider.System.GetUtcNow();
var workshop = new Workshop(options);
await workshop.PrepareAsync();
var journal = new Journal();
journal.Say($"""
    # Measured on {today.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC

    - {ProcFiles.Model()}, {Environment.ProcessorCount} processors for generator, server and database together; {RuntimeInformation.OSDescription}; .NET {Environment.Version}{(options.HasPeers ? $"; Node {await Workshop.RunAsync("node", Workshop.Root, "--version")}" : "")}
    - commit {await Workshop.RunAsync("git", Workshop.Root, "describe", "--always", "--dirty")}
    - `dotnet run --project tests/Benchmarks -c Release -- {string.Join(' ', args)}`{(options.Postgres is null ? "" : " under `build/with-servers.sh`")}
    - each figure: warm-up of {options.WarmUp.TotalSeconds} s and {options.WarmUpSteps} steps (at most a minute), {options.Measured.TotalSeconds} s measured, {options.Runs} times; closed loop: a client sends the next when the last is answered
    """);
var meter = new Meter(options);
var servers = new Servers(workshop, options);
var turns = new ChannelTurns(meter, options, servers, workshop, journal);
var parts = new Dictionary<string, Func<Task>>
{
    ["ceiling"] = new Ceiling(meter, options, journal).RunAsync,
    ["echo"] = turns.RunEchoAsync,
    ["turn"] = turns.RunWarmlineAsync,
    ["directline"] = new DirectLinePosts(meter, options, servers, workshop, journal).RunAsync,
    ["memory"] = new MemoryUse(options, servers, workshop, journal).RunAsync,
    ["start"] = new FirstAnswer(options, servers, workshop, journal).RunAsync,
};
foreach (var part in options.Parts)
{
    await parts[part]();
}

var file = options.Out ?? (options.IsSmoke
    ? Path.Combine(workshop.Home, "smoke.md")
    : Path.Combine(Workshop.Root, $"tests/Benchmarks/results/{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.md"));
Directory.CreateDirectory(Path.GetDirectoryName(file)!);
await File.WriteAllTextAsync(file, journal.ToString());
workshop.CleanUp();
var isWhole = journal.Figures.All(f => f.Outcome.Latencies.Count > 0);
Console.WriteLine(isWhole ? $"\nWritten to {file}" : "\nA figure is missing: something did not answer.");
return isWhole ? 0 : 1;
