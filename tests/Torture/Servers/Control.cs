using System.Diagnostics;

namespace Warmline.Torture.Servers;

/// <summary>Stops and starts the servers that build/with-servers.sh made, by its own scripts.</summary>
internal static class Control
{
    public static async Task DoAsync(string variable, string what)
    {
        var script = Environment.GetEnvironmentVariable(variable)
            ?? throw new InvalidOperationException($"{variable} is not set: run this through build/with-servers.sh.");
        using var process = Process.Start(new ProcessStartInfo(script, [what]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{variable} {what} failed.");
        }
    }
}
