using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Articles.Editing;
using Warmline.Knowledge.Data;

namespace Warmline.Knowledge.Articles.Pictures;

/// <summary>Why a picture is not taken.</summary>
internal enum PictureFault
{
    None,
    NoRight,
    TooLarge,

    /// <summary>Neither PNG, JPEG, WebP nor GIF, whatever its name says.</summary>
    NoPicture,

    Damaged,
    TooManyPixels,
}

/// <summary>A picture that can be written into an article as <see cref="Markdown"/>; or the fault.</summary>
internal sealed record PictureResult(PictureFault Fault, string? Hash, int Width, int Height)
{
    public string? Address => Hash is null ? null : PictureRoute.AddressOf(Hash);

    /// <param name="alternative">What it shows, for those who cannot see it.</param>
    public string Markdown(string alternative) =>
        $"![{alternative.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)}]({Address})";
}

/// <summary>Pictures that editors upload. The same picture twice is one row.</summary>
internal sealed class PictureFiles(KnowledgeDatabase database, TimeProvider time)
{
    public const int MaxBytes = 10 * 1024 * 1024;

    public async Task<PictureResult> AddAsync(Editor editor, string name, byte[] content, CancellationToken cancellationToken)
    {
        var fault = !editor.MayWrite ? PictureFault.NoRight : content.Length > MaxBytes ? PictureFault.TooLarge : PictureFault.None;
        if (fault != PictureFault.None)
        {
            return new(fault, null, 0, 0);
        }

        var made = PictureMaking.MakeAnew(content);
        if (made.Content is null)
        {
            return new(made.Fault, null, 0, 0);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(made.Content));
        var picture = new ArticlePicture(hash, made.MediaType, made.Content)
        {
            Width = made.Width,
            Height = made.Height,
            Name = name.Length > ArticlePicture.MaxName ? name[..ArticlePicture.MaxName] : name,
            ByName = editor.Name,
            AddedAt = time.GetUtcNow().UtcDateTime,
        };
        await StoreAsync(picture, cancellationToken);
        return new(PictureFault.None, hash, made.Width, made.Height);
    }

    public async Task<(string MediaType, byte[] Bytes)?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var found = await db.Pictures.AsNoTracking().SingleOrDefaultAsync(picture => picture.Hash == hash, cancellationToken);
        return found is null ? null : (found.MediaType, found.Bytes);
    }

    /// <summary>Newest first, without their bytes.</summary>
    public async Task<IReadOnlyList<(string Hash, string Name, int Width, int Height, DateTime AddedAt)>> ListAsync(int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var found = await db.Pictures.OrderByDescending(picture => picture.AddedAt).ThenBy(picture => picture.Hash).Skip(skip).Take(take)
            .Select(picture => new { picture.Hash, picture.Name, picture.Width, picture.Height, picture.AddedAt }).ToListAsync(cancellationToken);
        return [.. found.Select(one => (one.Hash, one.Name, one.Width, one.Height, one.AddedAt))];
    }

    private async Task StoreAsync(ArticlePicture picture, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        if (await db.Pictures.AnyAsync(known => known.Hash == picture.Hash, cancellationToken))
        {
            return;
        }

        db.Add(picture);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another upload of the same picture was first: then it is there, and that is all that was wanted.
            await using var again = database.Open();
            if (!await again.Pictures.AnyAsync(known => known.Hash == picture.Hash, cancellationToken))
            {
                throw;
            }
        }
    }
}
