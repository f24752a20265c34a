using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.Extensions.Options;

namespace Warmline.Bot.Pages.Chat;

/// <summary>What a customer's browser loads: the chat page, the shop's one-line embed script, a demo shop to try it in.</summary>
internal static partial class ChatPages
{
    // Persian and Russian stay readable in the page's source; what could break out of it is encoded all the same.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static IServiceCollection AddChatPages(this IServiceCollection services)
    {
        services.AddOptions<ShopFrontOptions>()
            .BindConfiguration(ShopFrontOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddSingleton<ChatAssets>();
    }

    public static IEndpointRouteBuilder MapChatPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/chat", ChatPage);
        endpoints.MapGet("/demo", DemoPage);
        endpoints.MapGet("/embed.js", EmbedScript);
        endpoints.MapGet("/chat/text/{language}", PageText);
        endpoints.MapGet("/chat/assets/{version}/{name}", (string version, string name, ChatAssets assets, HttpContext context) =>
            assets.Serve(version, name, SafeType(context)));
        endpoints.MapGet("/chat/webchat/{version}/webchat.js", (string version, HttpContext context) =>
            ChatAssets.ServeWebChat(version, SafeType(context)));
        endpoints.MapGet("/chat/webchat/{version}/webchat.js.LICENSE.txt", (string version) => ChatAssets.ServeWebChatLicense());
        return endpoints;
    }

    private static IResult ChatPage(string? language, HttpContext context, ChatAssets assets, IOptions<ShopFrontOptions> options)
    {
        if (context.Request.Path.Value is ['/', .., '/'])
        {
            return Results.LocalRedirect("~/chat"); // the page's addresses are relative to /chat
        }

        var shop = options.Value;
        var chosen = Choose(language, context);
        ChatPageHeaders.ForChat(context, shop);
        return Html(assets.Text("chat.html"), new(ChatText.Page(chosen))
        {
            ["language"] = chosen,
            ["direction"] = ChatText.Direction(chosen),
            ["shop"] = shop.Name,
            ["assets"] = $"chat/assets/{assets.Version}",
            ["webchat"] = $"chat/webchat/{ChatAssets.WebChatVersion}/webchat.js",
            ["settings"] = JsonSerializer.Serialize(ShopFront.PageSettings(chosen, shop, assets), ShopFront.Json),
        });
    }

    private static IResult DemoPage(string? language, HttpContext context, ChatAssets assets)
    {
        var chosen = Choose(language, context);
        ChatPageHeaders.ForDemo(context);
        return Html(assets.Text("demo.html"), new(ChatText.Demo(chosen))
        {
            ["language"] = chosen,
            ["direction"] = ChatText.Direction(chosen),
            ["assets"] = $"chat/assets/{assets.Version}",
        });
    }

    private static IResult EmbedScript(HttpContext context, ChatAssets assets, IOptions<ShopFrontOptions> options)
    {
        // The address is in shops' pages for ever, so the file may be kept only shortly.
        SafeType(context).Response.Headers.CacheControl = "public, max-age=300";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        var settings = JsonSerializer.Serialize(ShopFront.EmbedSettings(options.Value), ShopFront.Json);
        return Results.Text(assets.Text("embed.js").Replace("'{{settings}}'", settings, StringComparison.Ordinal), "text/javascript; charset=utf-8");
    }

    private static IResult PageText(string language, ChatAssets assets) =>
        Languages.All.Contains(language, StringComparer.Ordinal)
            ? Results.Json(ShopFront.Texts(language, assets), ShopFront.Json)
            : Results.NotFound();

    private static string Choose(string? asked, HttpContext context) =>
        ChatText.Choose(asked, context.Request.GetTypedHeaders().AcceptLanguage);

    private static HttpContext SafeType(HttpContext context)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context;
    }

    /// <summary>Fills <c>{{name}}</c> in, always encoded. An unknown name throws: a page is never shown with a hole.</summary>
    private static IResult Html(string template, Dictionary<string, string> values) =>
        Results.Text(Placeholder().Replace(template, match => Encoder.Encode(values[match.Groups[1].Value])), "text/html; charset=utf-8");

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();
}
