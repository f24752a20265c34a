using System.Text;
using CsCheck;
using SkiaSharp;
using Warmline.Handoff.Files;

namespace Warmline.Handoff.Tests.Files;

public sealed class ExaminationTests : IAsyncLifetime
{
    private HandoffHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await HandoffHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_photo_is_made_anew_upright_and_without_the_place_it_was_taken_at()
    {
        var photo = FilePictures.PhotoWithPlace();
        Assert.Contains("GPS-PLACE", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);

        var kept = (await ExamineAsync("IMG.JPG", "image/jpeg", photo)).File!;

        Assert.Equal(("image/jpeg", "IMG.JPG"), (kept.MediaType, kept.Name));
        Assert.DoesNotContain("GPS-PLACE", Encoding.Latin1.GetString(kept.Content), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(kept.Content), StringComparison.Ordinal);
        var (width, height, top, bottom) = FilePictures.Look(kept.Content);
        Assert.Equal((20, 40), (width, height));
        Assert.True(top.Red > 200 && bottom.Blue > 200, "Turned a quarter to the right, what was left is at the top.");
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "zdjęcie.png", "image/png", "image/png", "zdjęcie.png")]
    [InlineData(SKEncodedImageFormat.Webp, "عکس‌ها.webp", "image/webp", "image/jpeg", "عکس‌ها.jpg")]
    [InlineData(SKEncodedImageFormat.Jpeg, "фото", "application/octet-stream", "image/jpeg", "фото.jpg")]
    [InlineData(SKEncodedImageFormat.Jpeg, "saved-by-a-browser.png", "image/png", "image/jpeg", "saved-by-a-browser.jpg")]
    public async Task A_picture_is_what_its_content_is(SKEncodedImageFormat format, string name, string declared, string mediaType, string kept)
    {
        var file = (await ExamineAsync(name, declared, FilePictures.Draw(format))).File!;

        Assert.Equal((mediaType, kept), (file.MediaType, file.Name));
    }

    [Fact]
    public async Task A_moving_picture_keeps_its_first_moment()
    {
        byte[] gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

        var file = (await ExamineAsync("cat.gif", "image/gif", gif)).File!;

        Assert.Equal(("image/png", "cat.png"), (file.MediaType, file.Name));
    }

    [Fact]
    public async Task A_large_photo_becomes_as_large_as_a_screen_shows()
    {
        var file = (await ExamineAsync("big.jpg", "image/jpeg", FilePictures.Draw(SKEncodedImageFormat.Jpeg, 6000, 3000))).File!;

        var (width, height, left, right) = FilePictures.Look(file.Content);
        Assert.Equal((Pictures.LongestSide, Pictures.LongestSide / 2), (width, height));
        Assert.True(left.Red > 200 && right.Blue > 200);
    }

    [Theory]
    [InlineData(50_000, 50_000)]
    [InlineData(8_000, 7_000)]
    public async Task A_picture_that_would_unpack_to_gigabytes_is_refused_before_a_pixel_is_unpacked(int width, int height)
    {
        var bomb = FilePictures.Bomb(width, height);
        Assert.InRange(bomb.Length, 1, 1000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(FileFault.TooManyPixels, (await ExamineAsync("bomb.png", "image/png", bomb)).Fault);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public async Task Half_a_picture_is_damaged()
    {
        var photo = FilePictures.Draw(SKEncodedImageFormat.Jpeg, 200, 200);

        Assert.Equal(FileFault.Damaged, (await ExamineAsync("a.jpg", "image/jpeg", photo[..(photo.Length / 2)])).Fault);
        Assert.Equal(FileFault.Damaged, (await ExamineAsync("a.png", "image/png", [0x89, .. "PNG\r\n\u001a\nrest"u8])).Fault);
    }

    [Theory]
    [InlineData("notes.txt", "text/plain", "Zażółć\tgęślą\r\nсалам سلام", FileFault.None)]
    [InlineData("orders.csv", "text/csv; charset=utf-8", "a;b", FileFault.None)]
    [InlineData("faktura.pdf", "application/pdf", "%PDF-1.7 and the rest", FileFault.None)]
    [InlineData("faktura.pdf", null, "%PDF-1.7 and the rest", FileFault.None)]
    [InlineData("photo.png", "image/png", "<script>alert(1)</script>", FileFault.TypeDiffers)]
    [InlineData("photo.png", "image/png", "%PDF-1.7", FileFault.TypeDiffers)]
    [InlineData("page.html", "text/html", "<html></html>", FileFault.TypeDiffers)]
    [InlineData("pic.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>", FileFault.TypeDiffers)]
    [InlineData("a.pdf", "application/pdf", "just words", FileFault.TypeDiffers)]
    [InlineData("a.exe", "text/plain", "MZ\u0090\u0000\u0003", FileFault.TypeNotAllowed)]
    [InlineData("a.txt", "text/plain", "nul \u0000 inside", FileFault.TypeNotAllowed)]
    [InlineData("a.txt", "text/plain", "", FileFault.Empty)]
    public async Task Words_and_documents_are_taken_and_what_lies_about_itself_is_not(string name, string? declared, string content, FileFault fault)
    {
        var examined = await ExamineAsync(name, declared, Encoding.UTF8.GetBytes(content));

        Assert.Equal((fault, fault == FileFault.None), (examined.Fault, examined.File is not null));
    }

    [Fact]
    public async Task Archives_are_refused_unopened_whatever_they_say()
    {
        foreach (var (name, declared) in new[] { ("a.zip", "application/zip"), ("a.docx", "application/octet-stream"), ("a.png", "image/png"), ("a.txt", "text/plain") })
        {
            Assert.Equal(FileFault.TypeNotAllowed, (await ExamineAsync(name, declared, FilePictures.Zip())).Fault);
        }
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd.txt")]
    [InlineData("C:\\Users\\Ola\\notatki.txt", "notatki.txt")]
    [InlineData("page.html", "page.html.txt")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe.txt")]
    [InlineData("a\u0000b\r\nc\".txt", "abc.txt")]
    [InlineData("  . ", "file.txt")]
    [InlineData(".txt", "txt.txt")]
    [InlineData("", "file.txt")]
    [InlineData("نامه‌ها.TXT", "نامه‌ها.TXT")]
    public async Task Names_are_cleaned_and_end_in_what_the_file_is(string name, string kept) =>
        Assert.Equal(kept, (await ExamineAsync(name, "text/plain", "words"u8.ToArray())).File!.Name);

    [Fact]
    public Task Whatever_the_name_it_becomes_short_visible_and_has_an_ending() => Gen.String[0, 300].SampleAsync(async name =>
    {
        var kept = (await ExamineAsync(name, null, "words"u8.ToArray())).File!.Name;
        Assert.InRange(kept.Length, 5, FileName.Longest);
        Assert.DoesNotContain(kept, c => char.IsControl(c) || c is '/' or '\\' or '\u202E');
        Assert.Equal(kept, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(kept)));
    }, iter: 2000, threads: 1);

    [Fact]
    public Task Whatever_the_bytes_behind_a_pictures_head_nothing_falls_over() => Gen.Select(
        Gen.OneOf<byte[]>([0xFF, 0xD8, 0xFF], [0x89, .. "PNG\r\n\u001a\n"u8], [.. "GIF89a"u8], [.. "RIFF0000WEBPVP8 "u8], [.. "%PDF-"u8], []),
        Gen.Byte.Array[0, 400], (head, rest) => (byte[])[.. head, .. rest])
        .SampleAsync(async content => Assert.NotNull(await ExamineAsync("x", null, content)), iter: 2000, threads: 1);

    private Task<Examination> ExamineAsync(string name, string? declared, byte[] content) =>
        _house.Files.ExamineAsync("f1", name, declared, content, HandoffHouse.Cancel);
}
