using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SkiaSharp;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;
using Warmline.Knowledge.Articles.Pictures;
using static Warmline.Knowledge.Tests.Articles.Newsroom;

namespace Warmline.Knowledge.Tests.Articles;

public sealed class PictureTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "image/png")]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    [InlineData(SKEncodedImageFormat.Webp, "image/jpeg")]
    public async Task A_picture_is_made_anew_kept_once_and_served_to_everybody(SKEncodedImageFormat format, string mediaType)
    {
        await using var room = await OpenAsync();
        var pictures = room.Shop.Services.GetRequiredService<PictureFiles>();
        byte[] file = [.. Picture(format, 3000, 30), .. "<script>alert(1)</script>"u8];

        var added = await pictures.AddAsync(Ewa, "card.exe", file, Cancel);
        var again = await pictures.AddAsync(Omid, "card.png", file, Cancel);

        Assert.Equal((PictureFault.None, PictureMaking.LongestSide, 16), (added.Fault, added.Width, added.Height));
        Assert.Equal(added.Hash, again.Hash);
        Assert.Single(await pictures.ListAsync(0, 10, Cancel));
        await using var site = await ServeAsync(room.Shop.Services);
        using var client = site.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.BaseAddress = new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var answer = await client.GetAsync(new Uri(added.Address!, UriKind.Relative), Cancel);
        Assert.Equal(mediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(-1, (await answer.Content.ReadAsByteArrayAsync(Cancel)).AsSpan().IndexOf("script"u8));
        foreach (var nothing in new[] { new string('0', 64), "..%2f..", added.Hash!.ToUpperInvariant() })
        {
            using var missing = await client.GetAsync(new Uri($"/knowledge/pictures/{nothing}", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_by_its_content()
    {
        await using var room = await OpenAsync();
        var pictures = room.Shop.Services.GetRequiredService<PictureFiles>();

        Assert.Equal(PictureFault.NoPicture, (await pictures.AddAsync(Ewa, "a.png", "<svg onload='x'/>"u8.ToArray(), Cancel)).Fault);
        Assert.Equal(PictureFault.TooManyPixels, (await pictures.AddAsync(Ewa, "a.gif", "GIF89a<script>"u8.ToArray(), Cancel)).Fault);
        Assert.Equal(PictureFault.Damaged, (await pictures.AddAsync(Ewa, "a.png", Picture(SKEncodedImageFormat.Png, 100, 100)[..60], Cancel)).Fault);
        Assert.Equal(PictureFault.TooLarge, (await pictures.AddAsync(Ewa, "a.png", new byte[PictureFiles.MaxBytes + 1], Cancel)).Fault);
        Assert.Equal(PictureFault.NoRight, (await pictures.AddAsync(Visitor, "a.png", Picture(SKEncodedImageFormat.Png, 1, 1), Cancel)).Fault);
        Assert.Empty(await pictures.ListAsync(0, 10, Cancel));
    }

    [Fact]
    public async Task A_picture_in_an_article_is_allowed_and_known_to_be_used()
    {
        await using var room = await OpenAsync();
        var added = await room.Shop.Services.GetRequiredService<PictureFiles>().AddAsync(Ewa, "a.png", Picture(SKEncodedImageFormat.Png, 4, 4), Cancel);
        await room.TellAsync($"Look: {added.Markdown("the [card]")}");

        var uses = await room.Shop.Services.GetRequiredService<ArticleUses>().OfPictureAsync(added.Hash!, Cancel);

        Assert.Equal((Key, "en", true), (Assert.Single(uses).By, uses[0].Language, uses[0].IsLive));
    }

    private static byte[] Picture(SKEncodedImageFormat format, int width, int height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.SeaGreen);
        return bitmap.Encode(format, 90).ToArray();
    }

    private static async Task<WebApplication> ServeAsync(IServiceProvider shop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(shop.GetRequiredService<PictureFiles>()).AddRouting().AddHttpClient();
        builder.Services.Configure<Microsoft.AspNetCore.Routing.RouteOptions>(routes =>
            routes.SetParameterPolicy<Microsoft.AspNetCore.Routing.Constraints.RegexInlineRouteConstraint>("regex"));
        var site = builder.Build();
        PictureRoute.Map(site);
        await site.StartAsync(Cancel);
        return site;
    }
}
