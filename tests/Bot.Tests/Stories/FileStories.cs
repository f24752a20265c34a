using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BotFramework.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using Warmline.Handoff.Data;
using Warmline.Handoff.Files;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

public sealed class FileStories(StoryShop shop) : IClassFixture<StoryShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory, InlineData("en", "broken.png"), InlineData("pl", "skandal mam tego dość.png"), InlineData("ru", "верните деньги.png"), InlineData("fa", "این افتضاح است.png")]
    public async Task A_photo_without_words_is_kept_and_a_person_is_offered_whatever_the_file_is_called(string language, string name)
    {
        var said = Spoken.In(language);
        var customer = await shop.App.OpenChatAsync(language);

        using var taken = await SendAsync(customer, null, name, "image/png", Photo());
        var answer = await customer.NextReplyAsync(Cancel);
        await customer.PressAsync(said.Label("Quick.Yes"), Cancel);
        var after = await customer.NextReplyAsync(Cancel);

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(said.Label("Attachment.Alone"), answer.Text);
        Assert.Equal("system", after.Author);
        using var waiting = await SendAsync(customer, null, name, "image/png", Photo());
        Assert.Equal(said.Label("Attachment.Waiting"), (await customer.NextReplyAsync(Cancel)).Text);
        Assert.Equal([name, name], (await KeptAsync(customer)).Select(file => file.Name));
    }

    [Fact]
    public async Task Words_beside_a_photo_are_answered_too()
    {
        var said = Spoken.In("en");
        var customer = await shop.App.OpenChatAsync();

        using var taken = await SendAsync(customer, said.Returns, "broken.png", "image/png", Photo());
        var answer = string.Join('\n', (await customer.NextTurnAsync(Cancel)).Select(line => line.Text));

        Assert.Contains(said.Label("Attachment"), answer, StringComparison.Ordinal);
        Assert.Matches("30", answer);
    }

    [Fact]
    public async Task The_photo_comes_back_as_a_link_that_opens_without_a_token_and_the_log_holds_none()
    {
        var customer = await shop.App.OpenChatAsync();
        using var taken = await SendAsync(customer, null, "broken.png", "image/png", Photo());

        using var page = await customer.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{customer.ConversationId}/activities", null, Cancel);
        var lines = ProtocolJson.Read<Page>(await page.Content.ReadAsStringAsync(Cancel))!.Activities;
        var attachment = Assert.Single(lines.Single(line => line.Attachments is { Count: > 0 }).Attachments!);
        using var picture = await shop.App.Http.GetAsync(new Uri(attachment.ContentUrl!), Cancel);

        Assert.Equal((HttpStatusCode.OK, "image/png"), (picture.StatusCode, picture.Content.Headers.ContentType!.MediaType));
        Assert.NotNull(SKBitmap.Decode(await picture.Content.ReadAsByteArrayAsync(Cancel)));
        var stored = (await shop.App.Agent.LinesAsync(customer.ConversationId)).Single(line => line.Activity?.Contains("attachments", StringComparison.Ordinal) == true);
        Assert.Equal("[broken.png]", stored.Text);
        Assert.DoesNotContain("t=", stored.Activity, StringComparison.Ordinal);
        Assert.DoesNotContain("http", stored.Activity, StringComparison.Ordinal);
        using var transcript = await customer.SendAsync(HttpMethod.Get, "/chat/transcript", null, Cancel);
        Assert.Contains("[broken.png]", await transcript.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("virus.exe", "application/octet-stream", "MZ\u0000\u0001", HttpStatusCode.UnsupportedMediaType, "FileTypeNotAllowed")]
    [InlineData("photo.png", "image/png", "<script>alert(1)</script>", HttpStatusCode.UnsupportedMediaType, "FileTypeDiffers")]
    [InlineData("page.html", "text/html", "<script>alert(1)</script>", HttpStatusCode.UnsupportedMediaType, "FileTypeDiffers")]
    [InlineData("empty.txt", "text/plain", "", HttpStatusCode.BadRequest, "FileEmpty")]
    public async Task What_is_not_taken_is_told_by_a_reason_and_leaves_neither_line_nor_file(
        string name, string type, string content, HttpStatusCode status, string code)
    {
        var customer = await shop.App.OpenChatAsync();
        var before = (await shop.App.Agent.LinesAsync(customer.ConversationId)).Count;

        using var answer = await SendAsync(customer, "look", name, type, System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, (await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(Cancel), default, Cancel)).RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(before, (await shop.App.Agent.LinesAsync(customer.ConversationId)).Count);
        Assert.Empty(await KeptAsync(customer));
    }

    [Fact]
    public async Task An_address_that_a_customer_writes_into_an_attachment_is_not_kept_for_the_agent_to_open()
    {
        var customer = await shop.App.OpenChatAsync();
        await customer.PostAsync(new
        {
            type = "message",
            text = "see",
            attachments = new[] { new { contentType = "image/png", contentUrl = "https://evil.example/track.png", thumbnailUrl = "https://evil.example/t.png", name = "x.png" } },
        }, Cancel);
        await customer.NextTurnAsync(Cancel);

        var lines = await shop.App.Agent.LinesAsync(customer.ConversationId);
        Assert.DoesNotContain(lines, line => line.Activity?.Contains("evil.example", StringComparison.Ordinal) == true);
    }

    private static byte[] Photo()
    {
        using var picture = new SKBitmap(30, 20);
        picture.Erase(SKColors.Teal);
        using var encoded = picture.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
    }

    private static Task<HttpResponseMessage> SendAsync(Customer customer, string? words, string name, string type, byte[] content)
    {
        var form = new MultipartFormDataContent("form");
        var activity = JsonSerializer.Serialize(new { type = "message", text = words, channelData = new { clientActivityID = Guid.NewGuid().ToString("N") }, attachments = new[] { new { contentType = type, name } } });
        form.Add(new StringContent(activity, System.Text.Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        form.Add(file, "file", name);
        return customer.SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{customer.ConversationId}/upload", form, Cancel);
    }

    private async Task<List<FileRecord>> KeptAsync(Customer customer)
    {
        await using var db = shop.App.Services.GetRequiredService<HandoffDatabase>().Open();
        return await db.Set<FileRecord>().Where(file => file.ConversationId == customer.ConversationId).ToListAsync(Cancel);
    }

    private sealed record Page(Activity[] Activities);
}
