using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Files;

/// <summary>
/// Files of customers. One is looked at first, and kept together with its line, in one transaction (<c>CustomerLine.Files</c>):
/// a line that is refused leaves no file behind.
/// </summary>
public sealed class ConversationFiles : IDisposable
{
    // Unpacked, a picture is many times larger than the file.
    private readonly SemaphoreSlim _picturesAtOnce = new(2);
    private readonly HandoffDatabase _database;

    internal ConversationFiles(HandoffDatabase database) => _database = database;

    /// <summary>Decides by its content whether a file may be kept, and as what. Pictures are made anew without what they say about place and camera.</summary>
    public async Task<Examination> ExamineAsync(string id, string name, string? declaredType, byte[] content, CancellationToken cancellationToken)
    {
        if (content.Length == 0)
        {
            return new Examination(null, FileFault.Empty);
        }

        if (FileType.Of(content) is not { } type)
        {
            return new Examination(null, FileFault.TypeNotAllowed);
        }

        if (!type.IsDeclaredAs(declaredType))
        {
            return new Examination(null, FileFault.TypeDiffers);
        }

        if (!type.IsPicture)
        {
            var kept = type == FileType.PlainText ? PlainWords.Write(PlainWords.Read(content)!) : content;
            return new Examination(new NewFile(id, FileName.Clean(name, type), type.MediaType, kept), FileFault.None);
        }

        var (pixels, madeAs, fault) = await MakeAnewAsync(content, type, cancellationToken);
        return pixels is null
            ? new Examination(null, fault)
            : new Examination(new NewFile(id, FileName.Clean(name, madeAs), madeAs.MediaType, pixels), FileFault.None);
    }

    /// <summary>A kept file, or null. Whether the caller may see it is the caller's to know.</summary>
    public async Task<StoredFile?> OpenAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        return await db.Set<FileRecord>().Where(f => f.Id == id)
            .Select(f => new StoredFile(f.Name, f.MediaType, f.Content)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _picturesAtOnce.Dispose();

    private async Task<(byte[]? Content, FileType Type, FileFault Fault)> MakeAnewAsync(byte[] content, FileType type, CancellationToken cancellationToken)
    {
        await _picturesAtOnce.WaitAsync(cancellationToken);
        try
        {
            return Pictures.MakeAnew(content, type);
        }
        finally
        {
            _picturesAtOnce.Release();
        }
    }
}
