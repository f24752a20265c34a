using BotFramework.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BotFramework.DirectLine.Files;

/// <summary>What an upload brought.</summary>
internal sealed record Upload(Activity? Activity, IReadOnlyList<UploadedFile> Files);

/// <summary>Reads an upload, one file or a form of an activity and files, and stops where it is larger than allowed.</summary>
internal sealed class UploadReader(IOptions<DirectLineOptions> options, UploadBudget budget)
{
    private const string ActivityType = "application/vnd.microsoft.activity";
    private const string ActivityName = "activity";
    private const int LongestBoundary = 128;

    // Clients put a small picture of each photo into the activity; it is dropped, but has to come in.
    private const int LargestActivity = 4 * 1024 * 1024;

    /// <summary>What came, or why not. The caller holds <paramref name="share"/> as long as it holds the files.</summary>
    internal async Task<(Upload? Upload, Refusal? Refusal)> ReadAsync(HttpRequest request, UploadBudget.Share share, CancellationToken cancellationToken)
    {
        if (request.ContentLength > options.Value.MaxUploadBytes)
        {
            return (null, TooLarge);
        }

        var form = new Form(options.Value, share, cancellationToken);
        try
        {
            var refusal = Boundary(request) is { } boundary
                ? await ReadFormAsync(new MultipartReader(boundary, request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 8192 }, form, cancellationToken)
                : await form.AddFileAsync(request.Body, NameIn(request.Headers.ContentDisposition.ToString()), request.ContentType);
            return refusal is null ? (new Upload(form.Activity, form.Files), null) : (null, refusal);
        }
        catch (Exception exception) when (exception is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return (null, Refusals.Bad("The form can't be read."));
        }
    }

    internal UploadBudget.Share Begin() => budget.Open();

    private static async Task<Refusal?> ReadFormAsync(MultipartReader parts, Form form, CancellationToken cancellationToken)
    {
        while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (await form.AddAsync(part) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private Refusal TooLarge => Refusals.TooLarge($"An upload may have {options.Value.MaxUploadBytes} bytes.");

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary ? boundary : null;

    private static string? NameIn(string? disposition) => ContentDispositionHeaderValue.TryParse(disposition, out var value)
        ? (value.FileNameStar.HasValue ? value.FileNameStar : HeaderUtilities.RemoveQuotes(value.FileName)).Value
        : null;

    /// <summary>The parts so far, and what may still come.</summary>
    private sealed class Form(DirectLineOptions options, UploadBudget.Share share, CancellationToken cancellationToken)
    {
        private readonly List<UploadedFile> _files = [];
        private long _read;

        internal Activity? Activity { get; private set; }

        internal IReadOnlyList<UploadedFile> Files => _files;

        internal Task<Refusal?> AddAsync(MultipartSection part)
        {
            var isActivity = part.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true
                || (ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var value)
                    && HeaderUtilities.RemoveQuotes(value.Name).Equals(ActivityName, StringComparison.OrdinalIgnoreCase));
            return isActivity ? AddActivityAsync(part.Body) : AddFileAsync(part.Body, NameIn(part.ContentDisposition), part.ContentType);
        }

        internal async Task<Refusal?> AddFileAsync(Stream body, string? name, string? contentType)
        {
            if (_files.Count == options.MaxFiles)
            {
                return Refusals.TooLarge($"An upload may have {options.MaxFiles} files.");
            }

            var (bytes, refusal) = await ReadAsync(body, options.MaxFileBytes, "file");
            if (bytes is not null)
            {
                _files.Add(new UploadedFile(DirectLineTokens.NewConversationId(), name ?? "", contentType, bytes));
            }

            return refusal;
        }

        private async Task<Refusal?> AddActivityAsync(Stream body)
        {
            if (Activity is not null)
            {
                return Refusals.Bad("An upload has one activity.");
            }

            var (bytes, refusal) = await ReadAsync(body, LargestActivity, "activity");
            Activity = bytes is null ? null : RequestBody.Parse<Activity>(bytes);
            return refusal ?? (Activity is null ? Refusals.Bad("The activity is not the JSON object expected here.") : null);
        }

        private async Task<(byte[]? Bytes, Refusal? Refusal)> ReadAsync(Stream body, int max, string what)
        {
            Refusal? refusal = null;
            var bytes = await Bytes.ReadAsync(
                body,
                (length, more) =>
                {
                    refusal = length > max ? Refusals.TooLarge($"A {what} may have {max} bytes.")
                        : (_read += more) > options.MaxUploadBytes ? Refusals.TooLarge($"An upload may have {options.MaxUploadBytes} bytes.")
                        : share.TryTake(more) ? null : Refusals.TooManyUploads;
                    return refusal is null;
                },
                cancellationToken);
            return (bytes, refusal);
        }
    }
}
