using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Warmline.Bot.Pages.Chat;

/// <summary>The settings and sentences the browser is given.</summary>
internal static class ShopFront
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly Dictionary<string, string> OwnNames = new(StringComparer.Ordinal)
    {
        ["en"] = "English",
        ["pl"] = "Polski",
        ["ru"] = "Русский",
        ["fa"] = "فارسی",
    };

    // What the launcher says before the frame is loaded; the rest of the sentences come with the frame.
    private static readonly string[] LauncherTexts =
        ["OpenChat", "CloseChat", "ChatTitle", "UnreadOne", "UnreadFew", "UnreadMany", "UnreadOther", "Connecting", "Unreachable", "TryAgain"];

    public static object Describe(ShopFrontOptions shop) => new
    {
        shop.Name,
        shop.Color,
        OnColor = ShopColors.On(shop.Color),
        Accent = ShopColors.ReadableOnWhite(shop.Color),
        shop.Logo,
        shop.Position,
    };

    public static object PageSettings(string language, ShopFrontOptions shop, ChatAssets assets) => new
    {
        Language = language,
        Languages = Warmline.Bot.Languages.All.Select(code => new { Code = code, Name = OwnNames[code] }),
        shop.AllowedOrigins,
        Shop = Describe(shop),
        Texts = Texts(language, assets),
    };

    public static object Texts(string language, ChatAssets assets) => new
    {
        Language = language,
        Direction = ChatText.Direction(language),
        Page = ChatText.Page(language),
        WebChat = ChatText.WebChat(language, assets),
    };

    public static object EmbedSettings(ShopFrontOptions shop) => new
    {
        shop.Name,
        shop.Color,
        OnColor = ShopColors.On(shop.Color),
        shop.Position,
        Texts = Languages.All.ToDictionary(language => language, Launcher),
    };

    private static Dictionary<string, string> Launcher(string language)
    {
        var texts = ChatText.Page(language);
        return LauncherTexts.Where(texts.ContainsKey).ToDictionary(key => key, key => texts[key]);
    }
}
