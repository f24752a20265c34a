using Microsoft.Playwright;
using SkiaSharp;
using Warmline.EndToEnd.Tests.Browser;
using static Warmline.EndToEnd.Tests.Browser.Patience;

namespace Warmline.EndToEnd.Tests.Clients;

/// <summary>A photo on its way from the customer's chat to the agent's desk, in real browsers.</summary>
[Collection("browser")]
public sealed class DirectLinePhotoTests(ChromiumBrowser browser)
{
    private const string Picture = ".webchat__bubble__content img[src*='/v3/directline/files/']";

    [Theory]
    [InlineData("en", "broken mug.png", "I want to talk to a person")]
    [InlineData("fa", "لیوان شکسته.png", "می‌خواهم با یک انسان صحبت کنم")]
    public async Task A_photo_shows_in_the_chat_at_the_desk_and_after_a_reload(string language, string name, string wish)
    {
        await using var person = await browser.PersonAsync(language);
        await using var agentPerson = await browser.PersonAsync(language);
        await using var shop = new WarmlineProcess();
        await shop.StartAsync();
        var sentences = new Sentences(language);
        var screens = new Screens("photo");
        var desk = await DeskPage.SignInFirstAsync(agentPerson, shop.Address, "admin", shop.OneTimePassword, language);
        var customer = await CustomerPage.VisitAsync(person, shop.Address, language);
        await customer.OpenChatAsync();

        await SendAsync(customer, name, "image/png", Photo());
        await customer.SeesAsync(sentences.Bot("Attachment.Alone"));
        await IsDrawnAsync(customer.Chat.Locator(Picture));
        await screens.TakeAsync(customer.Page, $"{language}-chat");

        await customer.ReloadAsync();
        await IsDrawnAsync(customer.Chat.Locator(Picture));
        await customer.AskAsync(wish, sentences.House("queue.joined"));
        await desk.OpenWaitingAsync();
        await IsDrawnAsync(desk.Page.Locator(".transcript .file img"));
        await Expect(desk.Page.Locator(".transcript .file bdi")).ToHaveTextAsync(name);
        await screens.TakeAsync(desk.Page, $"{language}-desk");
        Assert.Contains(name, await customer.DownloadTranscriptAsync(), StringComparison.Ordinal);
        person.HasNoComplaints();
        agentPerson.HasNoComplaints();
    }

    [Fact]
    public async Task What_is_not_taken_is_told_to_the_customer_by_its_reason_until_the_next_line()
    {
        await using var person = await browser.PersonAsync("pl");
        await using var shop = new WarmlineProcess();
        await shop.StartAsync();
        var customer = await CustomerPage.VisitAsync(person, shop.Address, "pl");
        await customer.OpenChatAsync();
        var reason = customer.Chat.Locator("#refused");

        await SendAsync(customer, "wirus.png", "image/png", "PK\u0003\u0004 an archive"u8.ToArray());
        await Expect(reason).ToHaveTextAsync(new Sentences("pl").OnChat("FileTypeRefused"));
        await new Screens("photo").TakeAsync(customer.Page, "pl-refused");

        await customer.SayAsync("Dzień dobry");
        await Expect(reason).ToBeHiddenAsync();
    }

    private static async Task SendAsync(CustomerPage customer, string name, string type, byte[] content)
    {
        await customer.Chat.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = content });
        await customer.Box.PressAsync("Enter");
    }

    private static async Task IsDrawnAsync(ILocator picture)
    {
        await Expect(picture.First).ToBeVisibleAsync();
        await Expect(picture.First).ToHaveJSPropertyAsync("complete", true);
        Assert.NotEqual(0, await picture.First.EvaluateAsync<int>("image => image.naturalWidth"));
    }

    private static byte[] Photo()
    {
        using var surface = SKSurface.Create(new SKImageInfo(640, 480, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(new SKColor(0xD9, 0xC8, 0xA9));
        using var mug = new SKPaint { Color = new SKColor(0x8C, 0x3B, 0x2A) };
        surface.Canvas.DrawRoundRect(210, 120, 220, 260, 24, 24, mug);
        using var crack = new SKPaint { Color = SKColors.White, StrokeWidth = 5 };
        surface.Canvas.DrawLine(300, 120, 340, 380, crack);
        using var image = surface.Snapshot();
        using var encoded = image.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
    }
}
