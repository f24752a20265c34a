namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>The working tree the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The product as it was built together with these tests.</summary>
    public static string BotAssembly { get; } = Path.Combine(Root, "src/Bot/bin", Built("Debug", "Release"), "net10.0/Warmline.Bot.dll");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Warmline.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must run inside the working tree.");
        }

        return folder.FullName;
    }

    private static string Built(params string[] configurations) =>
        configurations.Single(c => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}{c}{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
