using BotFramework.Schema;

namespace BotFramework.DirectLine.Files;

/// <summary>
/// Puts the files of an upload into its activity. Clients list them there by name, but send them in any order and may change the
/// names of twins, so a file goes to the attachment of its name, then to one of its type, then to the end.
/// </summary>
internal static class UploadedAttachments
{
    internal static void Attach(Activity activity, IReadOnlyList<UploadedFile> files)
    {
        // A file that came has neither content nor an address yet, or one that is good only inside the client.
        var attachments = (activity.Attachments ?? []).ToList();
        var waiting = attachments.FindAll(IsPlaceholder);
        var places = new Dictionary<UploadedFile, Attachment>();
        Func<Attachment, UploadedFile, bool>[] fits =
        [
            (place, file) => place.Name == file.Name && SameType(place, file),
            (place, file) => place.Name == file.Name,
            SameType,
            (place, _) => string.IsNullOrEmpty(place.ContentType),
        ];
        foreach (var fit in fits)
        {
            foreach (var file in files.Where(file => !places.ContainsKey(file)))
            {
                if (waiting.Find(place => fit(place, file)) is { } place)
                {
                    places.Add(file, place);
                    waiting.Remove(place);
                }
            }
        }

        foreach (var file in files)
        {
            if (!places.TryGetValue(file, out var place))
            {
                attachments.Add(place = new Attachment());
            }

            // The small picture that the client made would be a second file beside the first one.
            (place.ContentUrl, place.ThumbnailUrl) = (FileReference.Of(file.Id), null);
            place.ContentType = file.ContentType ?? place.ContentType;
            place.Name = file.Name.Length > 0 ? file.Name : place.Name;
        }

        attachments.RemoveAll(waiting.Contains);
        activity.Attachments = attachments.Count > 0 ? attachments : null;
    }

    private static bool IsPlaceholder(Attachment attachment) => attachment.Content is null
        && (string.IsNullOrEmpty(attachment.ContentUrl)
            || attachment.ContentUrl.StartsWith("blob:", StringComparison.OrdinalIgnoreCase)
            || attachment.ContentUrl.StartsWith("data:", StringComparison.OrdinalIgnoreCase));

    private static bool SameType(Attachment place, UploadedFile file) =>
        string.Equals(place.ContentType, file.ContentType, StringComparison.OrdinalIgnoreCase);
}
