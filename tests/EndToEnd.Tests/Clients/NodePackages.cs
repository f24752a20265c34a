using System.Diagnostics;
using System.Security.Cryptography;
using Warmline.EndToEnd.Tests.Browser;

namespace Warmline.EndToEnd.Tests.Clients;

/// <summary>The npm packages of <c>package-lock.json</c>, fetched once into <c>artifacts/</c>. Without Node the tests are skipped, and say so.</summary>
internal static class NodePackages
{
    private const string HowToInstall = "No Node.js with npm on this machine. Install version 20 or newer from https://nodejs.org";
    private static readonly TimeSpan InstallTakes = TimeSpan.FromMinutes(5);
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>Where our scripts and the lock file lie.</summary>
    public static string Sources { get; } = Path.Combine(Repository.Root, "tests/EndToEnd.Tests/Clients");

    /// <summary>The <c>node_modules</c> to require from.</summary>
    public static Task<string> FolderAsync()
    {
        Assert.SkipUnless(IsThere("node") && IsThere("npm"), HowToInstall);
        return Installed.Value;
    }

    /// <summary>Into a folder of its own and then moved, so that a killed or a second install never leaves half of one.</summary>
    private static async Task<string> InstallAsync()
    {
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(Sources, "package-lock.json"));
        var home = Path.Combine(Repository.Root, "artifacts/clients", Convert.ToHexString(SHA256.HashData(lockFile))[..12]);
        var modules = Path.Combine(home, "node_modules");
        if (Directory.Exists(modules))
        {
            return modules;
        }

        var attempt = Directory.CreateDirectory($"{home}.{Environment.ProcessId}").FullName;
        foreach (var file in new[] { "package.json", "package-lock.json" })
        {
            File.Copy(Path.Combine(Sources, file), Path.Combine(attempt, file), overwrite: true);
        }

        await RunNpmAsync(attempt);
        Publish(attempt, home);
        return modules;
    }

    private static async Task RunNpmAsync(string folder)
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var said = Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
            await npm.WaitForExitAsync().WaitAsync(InstallTakes, TimeProvider.System);
            Assert.True(npm.ExitCode == 0, $"npm ci failed:\n{string.Join('\n', await said)}");
        }
        finally
        {
            if (!npm.HasExited)
            {
                npm.Kill(entireProcessTree: true);
            }
        }
    }

    private static void Publish(string attempt, string home)
    {
        try
        {
            Directory.Move(attempt, home);
        }
        catch (IOException) when (Directory.Exists(home))
        {
            Directory.Delete(attempt, recursive: true);
        }
    }

    private static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
