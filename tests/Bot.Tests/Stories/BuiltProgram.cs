using System.Diagnostics;
using Warmline.Bot.Tests.House;

namespace Warmline.Bot.Tests.Stories;

/// <summary>The program as it was built, started as a process of its own.</summary>
internal static class BuiltProgram
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    /// <summary>Runs it until it ends by itself.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(DirectoryInfo folder, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        foreach (var argument in settings.Prepend($"--Warmline:DataFolder={folder.FullName}").Prepend(Program()))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(WarmlineApplication.Cancel);
        patience.CancelAfter(Longest);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    // Beside the tests, built in the same configuration.
    private static string Program()
    {
        var output = Path.GetRelativePath(Path.Combine(Repository.Root, "tests/Bot.Tests"), AppContext.BaseDirectory);
        return Path.Combine(Repository.Root, "src/Bot", output, "Warmline.Bot.dll");
    }
}
