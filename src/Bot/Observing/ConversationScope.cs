namespace Warmline.Bot.Observing;

/// <summary>Log lines of a request or a turn say which conversation they belong to. An id is 128 random bits and tells nothing of a person.</summary>
internal static class ConversationScope
{
    private const int IdLength = 32;

    public static KeyValuePair<string, object>[] Of(string conversationId) => [new("ConversationId", conversationId)];

    /// <summary>After routing: the conversation of the address, when it really is an id and not words somebody typed there.</summary>
    public static void UseConversationScope(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ConversationScope));
        app.Use(async (http, next) =>
        {
            using (http.GetRouteValue("id") is string { Length: IdLength } id && id.All(char.IsAsciiHexDigitLower) ? log.BeginScope(Of(id)) : null)
            {
                await next(http);
            }
        });
    }
}
