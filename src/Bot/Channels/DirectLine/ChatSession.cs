using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BotFramework.DirectLine;
using Microsoft.Extensions.Options;
using Warmline.Bot.Pages;
using Warmline.Bot.Pages.Chat;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Channels.DirectLine;

/// <summary>
/// <c>POST /chat/session</c>: trades the visitor key, which only this customer's browser has, for a fresh token of the visitor's
/// current conversation, or of a new one. Of the conversation nothing is stored here: that begins with <c>POST /conversations</c>; but for whom
/// the shop vouches (<c>identity</c>, a token it signed) is kept for the conversation, and without it nobody is vouched for any more.
/// </summary>
internal static partial class ChatSession
{
    private const int LargestBody = 8192;

    public static void MapChatSession(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/chat/session", OpenAsync).DisableAntiforgery();

    /// <summary>The protocol's prefix: no client can claim such an id without the token. The key can't be found from it.</summary>
    public static string UserIdOf(string visitorKey) =>
        "dl_" + Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(visitorKey)))[..22];

    private static async Task<IResult> OpenAsync(
        HttpContext context, DirectLineTokens tokens, ConversationLog log, SignedIdentity identities, IOptions<ShopFrontOptions> shop, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await ReadAsync(context.Request, cancellationToken) is not { } asked)
        {
            return Refuse("Send JSON with visitorKey and, if you like, language and identity.");
        }

        if (asked.VisitorKey is null || !VisitorKey().IsMatch(asked.VisitorKey))
        {
            return Refuse("visitorKey must be 43 base64url characters: 256 random bits, kept in the visitor's browser.");
        }

        var userId = UserIdOf(asked.VisitorKey);
        var current = await log.FindCurrentAsync(LineActivities.ChannelId, userId, cancellationToken);

        // "Start anew" names the conversation to leave, so that two tabs which both ask arrive in the same new one.
        var goesOn = current is not null && current != asked.StartAfter;
        var conversationId = goesOn ? current! : DirectLineTokens.NewConversationId();
        var identity = await identities.TakeAsync(asked.Identity, conversationId, userId, cancellationToken);
        var token = await tokens.IssueAsync(conversationId, userId, cancellationToken: cancellationToken);
        return Results.Json(
            new
            {
                token.ConversationId,
                token.Token,
                token.ExpiresIn,
                userId,
                Language = Languages.Of(asked.Language) ?? Languages.Default,
                Shop = ShopFront.Describe(shop.Value),
                Started = goesOn,
                Identity = identity,
            },
            ShopFront.Json);
    }

    private static async Task<SessionRequest?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType() || request.ContentLength is null or > LargestBody)
        {
            return null;
        }

        try
        {
            return await request.ReadFromJsonAsync<SessionRequest>(ShopFront.Json, cancellationToken);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IResult Refuse(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{43}\z")]
    private static partial Regex VisitorKey();

    private sealed record SessionRequest(string? VisitorKey, string? Language, string? StartAfter, string? Identity);
}
