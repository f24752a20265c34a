using System.Globalization;
using System.Text;

namespace Warmline.Benchmarks.Report;

/// <summary>The results as they come: said on the console, kept as Markdown.</summary>
internal sealed class Journal
{
    private readonly StringBuilder _text = new();

    public List<Figures> Figures { get; } = [];

    public void Begin(string title, string unit, string note)
    {
        Say($"\n## {title}\n\n{note}\n");
        Say($"| what | clients | {unit}/s | p50 ms | p90 | p99 | max | errors | server CPU ms each | RSS MB | generator CPU | others' CPU |");
        Say("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    }

    public void BeginPlain(string title, string note, params string[] columns)
    {
        Say($"\n## {title}\n\n{note}\n");
        Say($"| {string.Join(" | ", columns)} |");
        Say($"|---|{string.Concat(Enumerable.Repeat("---:|", columns.Length - 1))}");
    }

    public void Add(Figures f)
    {
        Figures.Add(f);
        var l = f.Outcome.Latencies;
        Row(f.What, $"{f.Connections}", Number(f.Outcome.PerSecond, 0), Number(l.At(0.5), 2), Number(l.At(0.9), 2), Number(l.At(0.99), 2), Number(l.At(1), 1),
            $"{f.Outcome.Errors}", Number(f.CpuPerUnit, 3), Number(f.Resident, 0), Number(f.HarnessShare * 100, 0) + " %", Number(f.OthersShare * 100, 0) + " %");
    }

    public void Row(params string[] cells) => Say($"| {string.Join(" | ", cells)} |");

    public static string Number(double value, int decimals) => value.ToString($"N{decimals}", CultureInfo.InvariantCulture);

    public void Say(string line)
    {
        Console.WriteLine(line);
        _text.Append(line).Append('\n');
    }

    public override string ToString() => _text.ToString();
}
