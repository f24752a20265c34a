using Microsoft.Extensions.Logging.Console;
using Warmline.Bot.Shop;

namespace Warmline.Bot.Understanding.Commands;

/// <summary>The command line's <c>understand</c>, <c>classify</c>, <c>replay</c>, <c>ask</c> and <c>train</c>. Exit codes: 0 done, 1 some lines or a file refused, 2 not understood.</summary>
internal static class UnderstandingCommands
{
    private const string Usage = """
        usage: understand [< lines.jsonl]                     what lines mean
               classify --train FILE [--unknown LABEL]        the same classifier on any labels
               replay [< conversations.jsonl]                 when a person would have come, and why
               ask [--articles FILE] [< questions.jsonl]      which articles answer
               train [--phrases FOLDER] [--out FILE]          learn anew, with the shop's own phrases
        """;

    private static readonly string[] Names = ["understand", "classify", "replay", "ask", "train"];

    /// <summary>What the host logs goes to standard error when a command's answers go to standard output.</summary>
    public static IServiceCollection AddUnderstandingCommands(this IServiceCollection services, string[] args) =>
        Names.Contains(new CommandOptions(args).Command)
            ? services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace)
            : services;

    /// <summary>Null when the arguments are not for understanding.</summary>
    public static async Task<int?> TryRunAsync(
        string[] args, TextReader input, TextWriter output, TextWriter errors, Func<IServiceProvider> services, CancellationToken cancellationToken)
    {
        var options = new CommandOptions(args);
        try
        {
            return options.Command switch
            {
                "understand" => Refused(await UnderstandCommand.RunAsync(services().GetRequiredService<Understander>(), input, output, cancellationToken)),
                "classify" when options["train"] is { } file =>
                    Refused(await ClassifyCommand.RunAsync(file, options["unknown"], input, output, errors, cancellationToken)),
                "classify" => await RefuseAsync(Usage, 2),
                "replay" => Refused(await ReplayCommand.RunAsync(services(), input, output, errors, cancellationToken)),
                "ask" => Refused(await AskCommand.RunAsync(options["articles"], services, input, output, errors, cancellationToken)),
                "train" => await TrainCommand.RunAsync(options, services().GetRequiredService<ShopFolder>(), output, cancellationToken),
                _ => null,
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return await RefuseAsync($"Not done: {error.Message}", 1);
        }

        async Task<int?> RefuseAsync(string text, int code)
        {
            await errors.WriteLineAsync(text);
            return code;
        }
    }

    private static int? Refused(int lines) => lines == 0 ? 0 : 1;
}
