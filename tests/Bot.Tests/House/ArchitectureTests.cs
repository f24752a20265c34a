using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Warmline.Bot.Tests.House;

public sealed partial class ArchitectureTests
{
    private static readonly string[] FoldersNamedByPattern =
        ["Services", "Helpers", "Utils", "Utilities", "Managers", "Interfaces", "Common", "Contracts", "Shared", "Extensions", "Misc"];

    [Fact]
    public void Only_the_host_references_other_projects()
    {
        var hosts = Repository.Projects.Where(p => Repository.ReferencesOf(p).Any()).Select(Path.GetFileName);

        Assert.Equal(["Bot.csproj"], hosts);
    }

    [Fact]
    public void Folders_are_named_by_capability()
    {
        var named = Repository.Files("")
            .SelectMany(file => Path.GetDirectoryName(file)!.Split('/'))
            .Distinct().Intersect(FoldersNamedByPattern, StringComparer.OrdinalIgnoreCase);

        Assert.Empty(named);
    }

    [Fact]
    public void No_class_is_named_by_pattern()
    {
        var types = OurAssemblies().SelectMany(a => a.GetTypes())
            .Where(t => PatternName().IsMatch(t.Name)).Select(t => t.FullName);

        Assert.Empty(types);
    }

    [Fact]
    public void A_modules_doors_are_the_ones_agreed_on()
    {
        var doors = OurAssemblies()
            .Where(a => a.GetName().Name!.StartsWith("Warmline.", StringComparison.Ordinal))
            .SelectMany(a => a.GetExportedTypes())
            .Where(t => !IsGenerated(t) && !t.IsNested && t.Name != "Program")
            .Select(t => t.FullName!)
            .Order(StringComparer.Ordinal);

        var agreed = File.ReadAllLines(Path.Combine(Repository.Root, "tests/Bot.Tests/House/Doors.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').Order(StringComparer.Ordinal);
        Assert.Equal(agreed, doors);
    }

    [Fact]
    public void Classes_are_sealed_or_made_to_be_derived_from()
    {
        var open = OurAssemblies().SelectMany(a => a.GetTypes())
            .Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && !IsGenerated(t))
            .Where(t => !OurAssemblies().SelectMany(a => a.GetTypes()).Any(d => d.BaseType == t || (d.BaseType is { IsGenericType: true } b && b.GetGenericTypeDefinition() == t)))
            .Select(t => t.FullName!).Where(n => !n.StartsWith("BotFramework.", StringComparison.Ordinal) && n != "Program" && !n.Contains('<', StringComparison.Ordinal));

        Assert.Empty(open);
    }

    [Fact]
    public void An_interface_is_a_port_or_has_several_implementations()
    {
        var lonely = OurAssemblies()
            .Where(a => a.GetName().Name!.StartsWith("Warmline.", StringComparison.Ordinal))
            .SelectMany(a => a.GetTypes()).Where(t => t.IsInterface)
            .Where(port => !IsDocumentedAsPort(port)
                && OurAssemblies().SelectMany(a => a.GetTypes()).Count(t => t.IsClass && port.IsAssignableFrom(t)) < 2)
            .Select(t => t.FullName);

        Assert.Empty(lonely);
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        var unfinished = Repository.Files(".cs", ".razor", ".js", ".css")
            .Where(file => Unfinished().IsMatch(Repository.Read(file)));

        Assert.Empty(unfinished);
    }

    // Discovered, not listed: whatever the host brings along that was built from src.
    private static IEnumerable<Assembly> OurAssemblies()
    {
        var names = Repository.Projects.Select(p => System.Xml.Linq.XDocument.Load(p).Descendants("AssemblyName").FirstOrDefault()?.Value
            ?? Path.GetFileNameWithoutExtension(p));
        return names.Select(Assembly.Load);
    }

    private static bool IsDocumentedAsPort(Type port) =>
        Repository.Files($"/{port.Name}.cs").Any(file => Repository.Read(file).Contains("Port:", StringComparison.Ordinal));

    // Razor and EF generate public types.
    private static bool IsGenerated(Type type) =>
        typeof(IComponent).IsAssignableFrom(type) || typeof(Migration).IsAssignableFrom(type) || typeof(ModelSnapshot).IsAssignableFrom(type)
        || type.Name.StartsWith('<') || type.Name == "_Imports" || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
        || type.Namespace?.StartsWith("Microsoft", StringComparison.Ordinal) == true;

    [GeneratedRegex("(Helper|Helpers|Utils|Util|Manager|Processor|Extensions)$")]
    private static partial Regex PatternName();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Unfinished();
}
