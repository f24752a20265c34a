using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotFramework.Schema;

/// <summary>What a button does.</summary>
public static class ActionTypes
{
    public const string ImBack = "imBack";
    public const string PostBack = "postBack";
    public const string MessageBack = "messageBack";
    public const string OpenUrl = "openUrl";
    public const string Call = "call";
    public const string DownloadFile = "downloadFile";
}

/// <summary>A button.</summary>
public sealed class CardAction
{
    public string? Type { get; set; }

    public string? Title { get; set; }

    public string? Image { get; set; }

    public string? ImageAltText { get; set; }

    public string? Text { get; set; }

    public string? DisplayText { get; set; }

    public JsonElement? Value { get; set; }

    public JsonElement? ChannelData { get; set; }

    /// <summary>Fields this library has no name for; written back as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>A button that says its title, or another text, as if the customer had typed it.</summary>
    public static CardAction ImBack(string title, string? text = null) => Of(ActionTypes.ImBack, title, text ?? title);

    /// <summary>A button that sends a value without showing it.</summary>
    public static CardAction PostBack(string title, object value) => Of(ActionTypes.PostBack, title, value);

    /// <summary>A button that opens a page.</summary>
    public static CardAction OpenUrl(string title, string url) => Of(ActionTypes.OpenUrl, title, url);

    private static CardAction Of(string type, string title, object value) =>
        new() { Type = type, Title = title, Value = ProtocolJson.ToElement(value) };
}

/// <summary>Buttons shown once, under the last message.</summary>
public sealed class SuggestedActions
{
    /// <summary>User ids they are for; none means everyone.</summary>
    public IList<string>? To { get; set; }

    public IList<CardAction> Actions { get; set; } = [];
}

/// <summary>A picture on a card.</summary>
public sealed class CardImage
{
    public string? Url { get; set; }

    public string? Alt { get; set; }

    public CardAction? Tap { get; set; }
}

/// <summary>A card with a title, text, pictures and buttons.</summary>
public sealed class HeroCard
{
    public const string ContentType = "application/vnd.microsoft.card.hero";

    public string? Title { get; set; }

    public string? Subtitle { get; set; }

    public string? Text { get; set; }

    public IList<CardImage>? Images { get; set; }

    public IList<CardAction>? Buttons { get; set; }

    public CardAction? Tap { get; set; }

    public Attachment ToAttachment() => new() { ContentType = ContentType, Content = ProtocolJson.ToElement(this) };
}
