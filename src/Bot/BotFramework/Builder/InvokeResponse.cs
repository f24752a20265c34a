using System.Text.Json;
using BotFramework.Schema;
using Microsoft.AspNetCore.Http;

namespace BotFramework.Builder;

/// <summary>The answer to an invoke: it becomes the HTTP answer to the channel. A bot puts it into <see cref="ITurnContext.TurnState"/>.</summary>
public sealed record InvokeResponse(int Status, object? Body = null)
{
    public static InvokeResponse NotImplemented { get; } = new(StatusCodes.Status501NotImplemented);
}

/// <summary>What an Adaptive Card's <c>Action.Execute</c> is answered with; made by the methods here.</summary>
public sealed record AdaptiveCardInvokeResponse(int StatusCode, string Type, JsonElement? Value)
{
    private const string Failure = "application/vnd.microsoft.error";

    /// <summary>Shows this card in the old one's place, to the person who acted.</summary>
    public static AdaptiveCardInvokeResponse Card(object card) =>
        new(StatusCodes.Status200OK, "application/vnd.microsoft.card.adaptive", ProtocolJson.ToElement(card));

    /// <summary>Shows a short sentence.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) =>
        new(StatusCodes.Status200OK, "application/vnd.microsoft.activity.message", ProtocolJson.ToElement(text));

    public static AdaptiveCardInvokeResponse Error(int statusCode, string code, string message) =>
        new(statusCode, Failure, ProtocolJson.ToElement(new Error(code, message)));
}

/// <summary>A pressed <c>Action.Execute</c>: its verb, and its data with what was filled in.</summary>
public sealed record AdaptiveCardAction(string? Type, string? Id, string? Verb, JsonElement? Data)
{
    private const string Execute = "Action.Execute";

    /// <summary>The action of an invoke's value, or why there is none.</summary>
    internal static (AdaptiveCardAction? Action, AdaptiveCardInvokeResponse? Refusal) Read(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } given
            || !given.TryGetProperty("action", out var element) || element.ValueKind != JsonValueKind.Object)
        {
            return (null, AdaptiveCardInvokeResponse.Error(StatusCodes.Status400BadRequest, "BadRequest", "There is no action."));
        }

        var action = new AdaptiveCardAction(
            Text(element, "type"), Text(element, "id"), Text(element, "verb"), element.TryGetProperty("data", out var data) ? data : null);
        return action.Type == Execute
            ? (action, null)
            : (null, AdaptiveCardInvokeResponse.Error(StatusCodes.Status400BadRequest, "NotSupported", $"Only {Execute} is answered."));
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
