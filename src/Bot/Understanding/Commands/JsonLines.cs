using System.Text.Encodings.Web;
using System.Text.Json;

namespace Warmline.Bot.Understanding.Commands;

/// <summary>One JSON object a line, in and out in the same order. A line that is none is answered by an error in its place.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Answers every line; the number of lines that were no objects of the form, which are also told to <paramref name="errors"/>.</summary>
    public static async Task<int> AnswerAsync<TIn>(
        TextReader input, TextWriter output, Func<TIn, object> answer, CancellationToken cancellationToken, TextWriter? errors = null)
    {
        var (refused, number) = (0, 0);
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var (asked, error) = Read<TIn>(line);
            if (error is not null)
            {
                refused++;
                await (errors ?? TextWriter.Null).WriteLineAsync($"line {number}: {error}");
            }

            await output.WriteLineAsync(JsonSerializer.Serialize(error is null ? answer(asked!) : new { error }, Format));
        }

        await output.FlushAsync(cancellationToken);
        return refused;
    }

    /// <exception cref="InvalidDataException">A line is not of the form; says which.</exception>
    public static IEnumerable<T> ReadFile<T>(string file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                var (row, error) = Read<T>(line);
                yield return error is null ? row! : throw new InvalidDataException($"{file}, line {number}: {error}");
            }
        }
    }

    private static (T? Row, string? Error) Read<T>(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Format) is { } row ? (row, null) : (default, "not an object");
        }
        catch (JsonException error)
        {
            return (default, $"not of the form: {error.Message}");
        }
    }
}
