namespace Warmline.Handoff.Files;

/// <summary>A file that was looked at and may be kept.</summary>
/// <param name="Id">At most 64 characters, impossible to guess.</param>
/// <param name="Name">Clean: no path, nothing that can't be seen.</param>
/// <param name="MediaType">What it is by its content.</param>
/// <param name="Content">The bytes; a picture's are not those that came.</param>
public sealed record NewFile(string Id, string Name, string MediaType, byte[] Content);

/// <summary>A kept file as it is given out.</summary>
/// <param name="Name">The clean name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">The bytes.</param>
public sealed record StoredFile(string Name, string MediaType, byte[] Content);

/// <summary>Why a file is not kept.</summary>
public enum FileFault
{
    /// <summary>Nothing wrong.</summary>
    None,

    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>Neither a picture nor a PDF nor plain text.</summary>
    TypeNotAllowed,

    /// <summary>It says that it is something else than it is.</summary>
    TypeDiffers,

    /// <summary>It is damaged, or only looks like what it should be.</summary>
    Damaged,

    /// <summary>A picture with more pixels than any camera makes.</summary>
    TooManyPixels,
}

/// <summary>What came of looking at a file: the file to keep, or why not.</summary>
/// <param name="File">Null when it is refused.</param>
/// <param name="Fault">Why it is refused.</param>
public sealed record Examination(NewFile? File, FileFault Fault);
