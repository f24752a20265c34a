using System.Xml.Linq;

namespace Warmline.Bot.Tests.House;

/// <summary>The working tree the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static IEnumerable<string> Projects =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Where(IsSource);

    /// <summary>Hand-written files below <c>src</c>, relative to the root.</summary>
    public static IEnumerable<string> Files(params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Where(IsSource)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static IEnumerable<string> ReferencesOf(string project) =>
        XDocument.Load(project).Descendants("ProjectReference").Select(r => r.Attribute("Include")!.Value);

    private static bool IsSource(string path) => !new[] { "/bin/", "/obj/", "/Migrations/", "/data/" }
        .Any(generated => path.Replace('\\', '/').Contains(generated, StringComparison.Ordinal));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Warmline.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must run inside the working tree.");
        }

        return folder.FullName;
    }
}
