using System.Globalization;

namespace Warmline.Benchmarks.Targets;

/// <summary>What Linux says about processes and the machine.</summary>
internal static class ProcFiles
{
    private const double TicksPerSecond = 100;

    /// <summary>Processor time a process has used, in seconds; zero when it is gone.</summary>
    public static double CpuSeconds(int pid)
    {
        var fields = StatFields(pid);
        return fields is null ? 0 : (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
    }

    /// <summary>Processor time all processes of the machine have used, in seconds.</summary>
    public static double MachineCpuSeconds()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // user, nice, system; then idle and iowait; then irq and softirq.
        return (Number(fields[1]) + Number(fields[2]) + Number(fields[3]) + Number(fields[6]) + Number(fields[7])) / TicksPerSecond;
    }

    /// <summary>Resident memory in MB.</summary>
    public static double ResidentMegabytes(int pid)
    {
        try
        {
            var line = File.ReadLines($"/proc/{pid}/status").FirstOrDefault(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return line is null ? 0 : Number(line["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim()) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>The process whose command line contains the text, and its children.</summary>
    public static IReadOnlyList<int> Family(string commandLine)
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var pid) ? pid : 0).Where(pid => pid > 0).ToList();
        var parents = all.Where(pid => CommandLine(pid) is { } text && text.Contains("postgres", StringComparison.Ordinal)
            && text.Contains(commandLine, StringComparison.Ordinal)).ToHashSet();
        return [.. all.Where(pid => parents.Contains(pid) || (StatFields(pid) is { } fields && parents.Contains((int)Number(fields[1]))))];
    }

    public static string Model() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor";

    // The fields after the name, which may hold spaces: state, parent, …
    private static string[]? StatFields(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? CommandLine(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
