using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Warmline.Bot.Pages;
using Warmline.Bot.Pages.Chat;

namespace Warmline.Bot.Tests.Pages;

public sealed class ChatPagesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("pl", "ltr")]
    [InlineData("ru", "ltr")]
    [InlineData("fa", "rtl")]
    public async Task Chat_and_demo_shop_open_in_each_language(string language, string direction)
    {
        await using var app = await StartAsync();

        foreach (var page in new[] { "/chat", "/demo" })
        {
            var html = await app.GetTestClient().GetStringAsync($"{page}?language={language}", Cancelled);
            Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", html, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ru-RU,ru;q=0.9,en;q=0.8", "ru")]
    [InlineData("de, pl;q=0.5, fa;q=0.7", "fa")]
    [InlineData("de", "en")]
    [InlineData("*", "en")]
    public async Task The_browser_chooses_the_language_when_the_page_does_not(string accepted, string expected)
    {
        await using var app = await StartAsync();
        var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("Accept-Language", accepted);

        Assert.Contains($"<html lang=\"{expected}\"", await client.GetStringAsync("/chat?language=xx", Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_name_with_script_in_it_stays_a_name()
    {
        await using var app = await StartAsync(("Warmline:Shop:Name", "</body><script>alert(1)</script>\"'"));
        var client = app.GetTestClient();

        Assert.DoesNotContain("<script>alert", await client.GetStringAsync("/chat", Cancelled), StringComparison.Ordinal);
        var embed = await client.GetStringAsync("/embed.js", Cancelled);
        Assert.DoesNotContain("<script>alert", embed, StringComparison.Ordinal);
        Assert.DoesNotContain("{{settings}}", embed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_allowed_shops_may_frame_the_chat_and_the_demo_shop_is_framed_by_nobody()
    {
        await using var open = await StartAsync();
        await using var closed = await StartAsync(("Warmline:Shop:AllowedOrigins:0", "https://shop.example"));

        Assert.EndsWith("frame-ancestors *", await PolicyAsync(open, "/chat"), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'self' https://shop.example", await PolicyAsync(closed, "/chat"), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", await PolicyAsync(open, "/demo"), StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", await PolicyAsync(open, "/chat"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task Web_Chat_comes_whole_in_every_coding(string accepted, string? coding)
    {
        await using var app = await StartAsync();
        var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", accepted);

        using var answer = await client.GetAsync($"/chat/webchat/{ChatAssets.WebChatVersion}/webchat.js", Cancelled);
        await using var body = await answer.Content.ReadAsStreamAsync(Cancelled);
        await using var plain = coding switch
        {
            "br" => new System.IO.Compression.BrotliStream(body, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var script = await reader.ReadToEndAsync(Cancelled);
        Assert.StartsWith("/*! For license information", script, StringComparison.Ordinal);
        Assert.EndsWith("}));", script.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Templates_and_unknown_files_are_not_served()
    {
        await using var app = await StartAsync();

        foreach (var path in new[] { "/chat/assets/x/chat.html", "/chat/assets/x/none.js", "/chat/assets/x/..%2Fappsettings.json", "/chat/text/de" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.GetTestClient().GetAsync(path, Cancelled)).StatusCode);
        }
    }

    [Fact]
    public async Task Persian_has_all_of_Web_Chats_sentences()
    {
        await using var app = await StartAsync();
        using var texts = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/chat/text/fa", Cancelled));
        var sentences = texts.RootElement.GetProperty("webChat");

        Assert.Equal(118, sentences.EnumerateObject().Count());
        Assert.Equal("پیام خود را بنویسید", sentences.GetProperty("TEXT_INPUT_PLACEHOLDER").GetString());
    }

    [Theory]
    [InlineData("Color", "blue")]
    [InlineData("Name", "")]
    [InlineData("Logo", "http://shop.example/logo.png")]
    [InlineData("Logo", "//shop.example/logo.png")]
    [InlineData("AllowedOrigins:0", "https://shop.example/")]
    [InlineData("AllowedOrigins:0", "shop.example; script-src *")]
    public async Task A_broken_setting_stops_the_start(string setting, string value) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(($"{ShopFrontOptions.Section}:{setting}", value)));

    [Theory]
    [InlineData("#ffffff", "#1d2129")]
    [InlineData("#000000", "#ffffff")]
    [InlineData("#ffd500", "#1d2129")]
    [InlineData("#1f5fae", "#ffffff")]
    [InlineData("#7f7f7f", "#1d2129")]
    public void Text_is_readable_on_and_in_any_shop_colour(string color, string on)
    {
        Assert.Equal(on, ShopColors.On(color));
        Assert.True(ShopColors.Contrast(color, on) >= 4);
        Assert.True(ShopColors.Contrast(ShopColors.ReadableOnWhite(color), "#ffffff") >= 4.5);
    }

    private static async Task<string> PolicyAsync(WebApplication app, string path) =>
        (await app.GetTestClient().GetAsync(path, Cancelled)).Headers.GetValues("Content-Security-Policy").Single();

    private static async Task<WebApplication> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddRouting();
        builder.Services.AddChatPages();
        var app = builder.Build();
        app.UseRouting();
        app.MapChatPages();
        await app.StartAsync(Cancelled);
        return app;
    }
}
