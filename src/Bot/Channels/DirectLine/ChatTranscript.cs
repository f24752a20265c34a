using System.Globalization;
using System.Net.Mime;
using System.Resources;
using System.Text;
using BotFramework.DirectLine;
using Microsoft.Extensions.Options;
using Warmline.Bot.Pages;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Channels.DirectLine;

/// <summary>The customer's own copy of the conversation: <c>GET /chat/transcript?timezone=Europe/Warsaw</c> with the chat's token.</summary>
internal static class ChatTranscript
{
    private const int PageSize = 500;
    private static readonly ResourceManager Texts = new("Warmline.Bot.Channels.DirectLine.TranscriptTexts", typeof(ChatTranscript).Assembly);

    public static void MapChatTranscript(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/chat/transcript", DownloadAsync);

    private static async Task<IResult> DownloadAsync(
        HttpRequest request, string? timezone, DirectLineTokens tokens, DirectLineSites sites, ConversationLog log, IOptions<ShopFrontOptions> shop, CancellationToken cancellationToken)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return Results.Problem("Send the chat's token in the Authorization header.", statusCode: StatusCodes.Status401Unauthorized);
        }

        var reading = await tokens.ReadAsync(header["Bearer ".Length..].Trim(), cancellationToken);
        if (reading is not { State: TokenState.Valid, Ticket.ConversationId: var id } || !sites.IsOpen(id))
        {
            return Results.Problem("The token has expired or belongs to something else.", statusCode: StatusCodes.Status403Forbidden);
        }

        return await log.LanguageOfAsync(id, cancellationToken) is { } language
            ? Results.File(
                Encoding.UTF8.GetBytes(await WriteAsync(log, id, language, shop.Value.Name, ZoneOf(timezone), cancellationToken)),
                MediaTypeNames.Text.Plain + "; charset=utf-8",
                "conversation.txt")
            : Results.Problem("There is no such conversation.", statusCode: StatusCodes.Status404NotFound);
    }

    private static async Task<string> WriteAsync(
        ConversationLog log, string id, string language, string shop, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{shop} — {Texts.GetString("title", culture)} ({zone.Id})").AppendLine();
        for (var after = 0L; ;)
        {
            var lines = await log.ReadAsync(id, after, PageSize, cancellationToken);
            foreach (var line in lines.Where(l => l.Kind != LineKind.Event))
            {
                var at = TimeZoneInfo.ConvertTimeFromUtc(line.Stamp, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
                var amends = line.Kind switch { LineKind.Edit => "✎ ", LineKind.Delete => "✕ ", _ => "" };
                text.AppendLine(CultureInfo.InvariantCulture, $"[{at}] {Author(line, shop, culture)}: {amends}{line.Text}");
            }

            if (lines.Count < PageSize)
            {
                return text.ToString();
            }

            after = lines[^1].Seq;
        }
    }

    private static string Author(Line line, string shop, CultureInfo culture) => line.Role switch
    {
        AuthorRole.Customer => Texts.GetString("you", culture)!,
        AuthorRole.Bot => Texts.GetString("bot", culture)!,
        _ => line.AuthorName ?? shop,
    };

    private static TimeZoneInfo ZoneOf(string? id) => id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
