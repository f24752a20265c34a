using BotFramework.DirectLine;
using BotFramework.Schema;
using Warmline.Handoff.Files;

namespace Warmline.Bot.Channels.DirectLine;

/// <summary>What a customer sends beside words: looked at, and told to the customer by a reason when it is not taken.</summary>
internal static class CustomerFiles
{
    private const int UnsupportedMediaType = StatusCodes.Status415UnsupportedMediaType;

    /// <summary>The files to keep, and the activity's attachments after them; or why not. One bad file refuses the whole line.</summary>
    public static async Task<(IReadOnlyList<NewFile> Kept, Refusal? Refusal)> TakeAsync(
        ConversationFiles files, Activity activity, IReadOnlyList<UploadedFile> uploaded, CancellationToken cancellationToken)
    {
        var kept = new List<NewFile>(uploaded.Count);
        foreach (var file in uploaded)
        {
            var examined = await files.ExamineAsync(file.Id, file.Name, file.ContentType, file.Content, cancellationToken);
            if (examined.File is not { } good)
            {
                return ([], Reason(examined.Fault));
            }

            kept.Add(good);
        }

        foreach (var attachment in activity.Attachments ?? [])
        {
            Describe(attachment, kept.Find(file => file.Id == FileReference.Read(attachment.ContentUrl)));
        }

        return (kept, null);
    }

    // An address of somebody else's choice would be opened by an agent; only what is kept here has one.
    private static void Describe(Attachment attachment, NewFile? file)
    {
        attachment.ThumbnailUrl = null;
        attachment.ContentUrl = file is null ? null : attachment.ContentUrl;
        attachment.Name = file?.Name ?? attachment.Name;
        attachment.ContentType = file?.MediaType ?? attachment.ContentType;
    }

    private static Refusal Reason(FileFault fault) => fault switch
    {
        FileFault.Empty => new(StatusCodes.Status400BadRequest, "FileEmpty", "The file is empty."),
        FileFault.TypeNotAllowed => new(UnsupportedMediaType, "FileTypeNotAllowed", "Only JPEG, PNG, GIF, WebP, PDF and plain text are taken."),
        FileFault.TypeDiffers => new(UnsupportedMediaType, "FileTypeDiffers", "The file is not of the type it claims to be."),
        FileFault.Damaged => new(UnsupportedMediaType, "FileDamaged", "The picture can't be read."),
        FileFault.TooManyPixels => new(StatusCodes.Status413PayloadTooLarge, "PictureTooLarge", "The picture has too many pixels."),
        FileFault.None or _ => throw new InvalidOperationException($"{fault} is no reason."),
    };
}
