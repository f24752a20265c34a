using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Warmline.Bot.Tests.House;

public sealed class SizeTests
{
    private const int LongestFile = 400;
    private const int LongestMethod = 60;
    private const int MostConstructorArguments = 6;

    [Fact]
    public void Files_are_short()
    {
        var sizes = Repository.Files(".cs", ".razor")
            .Select(file => (Lines: File.ReadLines(Path.Combine(Repository.Root, file)).Count(), file)).OrderBy(f => f.Lines).ToList();

        Assert.DoesNotContain(sizes, size => size.Lines > LongestFile);
        Assert.True(sizes[sizes.Count / 2].Lines <= 60, $"Half of the files have more than {sizes[sizes.Count / 2].Lines} lines.");
        Assert.True(sizes[sizes.Count * 95 / 100].Lines <= 200, $"Too many long files: {string.Join(", ", sizes.Where(s => s.Lines > 200))}");
    }

    [Fact]
    public void Methods_are_short()
    {
        var tooLong = Sources().SelectMany(source => source.Root.DescendantNodes()
            .Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax)
            .Where(node => Lines(node) > LongestMethod)
            .Select(node => $"{source.File}: {Lines(node)} lines from line {node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}"));

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Constructors_take_few_things()
    {
        var greedy = Sources().SelectMany(source => source.Root.DescendantNodes()
            .Where(node => node is ClassDeclarationSyntax)
            .Cast<ClassDeclarationSyntax>()
            .Where(type => (type.ParameterList?.Parameters.Count ?? 0) > MostConstructorArguments)
            .Select(type => $"{source.File}: {type.Identifier}"));

        Assert.Empty(greedy);
    }

    private static int Lines(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static IEnumerable<(string File, SyntaxNode Root)> Sources() => Repository.Files(".cs")
        .Select(file => (file, CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot()));
}
