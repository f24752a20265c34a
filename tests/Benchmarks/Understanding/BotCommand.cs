using System.Diagnostics;
using Warmline.Benchmarks.Targets;

namespace Warmline.Benchmarks.Understanding;

/// <summary>What a command of the bot said: an answer for each line, and its own figures.</summary>
internal sealed record CommandAnswer(IReadOnlyList<string> Lines, string Remarks);

/// <summary>Runs the bot's commands for understanding: JSON Lines in and out, in an empty data folder (no shop's own phrases).</summary>
internal sealed class BotCommand(Workshop workshop, Options options)
{
    // A warning of the host (a build folder without pages, say) would stand between the answers.
    private static readonly string[] WithoutLog = ["--Logging:Console:LogLevel:Default", "None"];

    public async Task<IReadOnlyList<UnderstoodLine>> UnderstandAsync(IEnumerable<(string Text, string? Lang)> lines)
    {
        var answer = await RunAsync(lines.Select(line => JsonLines.Line(new { text = line.Text, lang = line.Lang })), "understand");
        return [.. answer.Lines.Select(JsonLines.Of<UnderstoodLine>)];
    }

    /// <exception cref="InvalidOperationException">It failed, or left a line without an answer.</exception>
    public async Task<CommandAnswer> RunAsync(IEnumerable<string> input, params string[] arguments)
    {
        var asked = input.ToList();
        using var process = Start(arguments);
        var (said, remarks) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await WriteAsync(process.StandardInput, asked);
        var lines = (await said).Split('\n').Where(line => line.StartsWith('{')).ToList();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && lines.Count == asked.Count
            ? new CommandAnswer(lines, (await remarks).Trim())
            : throw new InvalidOperationException($"{string.Join(' ', arguments)}: {lines.Count} answers to {asked.Count} lines. {await remarks}");
    }

    private Process Start(string[] arguments)
    {
        var program = Path.Combine(workshop.Bot, "Warmline.Bot.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments, "--Warmline:DataFolder", workshop.NewFolder(), .. WithoutLog, .. options.WarmlineSettings])
        {
            WorkingDirectory = workshop.Bot,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    // A command that fails early closes its input; what it says tells why.
    private static async Task WriteAsync(StreamWriter input, List<string> lines)
    {
        try
        {
            foreach (var line in lines)
            {
                await input.WriteAsync(line + '\n');
            }

            input.Close();
        }
        catch (IOException)
        {
        }
    }
}
