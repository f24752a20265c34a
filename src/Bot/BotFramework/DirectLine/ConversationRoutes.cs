using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotFramework.DirectLine;

/// <summary>Starting a conversation and coming back to it.</summary>
internal sealed class ConversationRoutes(DirectLineGate gate, DirectLineTokens tokens, IOptions<DirectLineOptions> options)
{
    internal async Task<Answer> StartAsync(HttpContext http, string basePath)
    {
        var (pass, refusal) = await gate.EnterAsync(http);
        if (pass is null)
        {
            return Answer.No(refusal!);
        }

        (var wanted, refusal) = await RequestBody.ReadAsync<TokenParameters>(http, options.Value.MaxBodyBytes);
        refusal ??= wanted?.Refuses();
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var ticket = pass.Ticket ?? TokenParameters.TicketOf(wanted, pass.Site);
        var started = await Store(http).StartAsync(Describe(http, ticket, wanted, pass), http.RequestAborted);
        return new Answer(
            started.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, await EntryAsync(http, basePath, ticket, 0));
    }

    internal async Task<Answer> ReconnectAsync(HttpContext http, string basePath, string conversationId)
    {
        var (pass, refusal) = await gate.EnterAsync(http, conversationId);
        if (pass is null)
        {
            return Answer.No(refusal!);
        }

        if (Marks.Read(http.Request) is not { } watermark)
        {
            return Answer.No(Refusals.Watermark);
        }

        return await Store(http).ExistsAsync(conversationId, http.RequestAborted)
            ? Answer.Ok(await EntryAsync(http, basePath, pass.Ticket ?? new DirectLineTicket(conversationId, null, null), watermark))
            : Answer.No(Refusals.NotFound);
    }

    private static IActivityStore Store(HttpContext http) => http.RequestServices.GetRequiredService<IActivityStore>();

    // An unbound token leaves it to the client to say who it is, but not to claim an id that only tokens give.
    private static ConversationStart Describe(HttpContext http, DirectLineTicket ticket, TokenParameters? wanted, Pass pass) => new(
        ticket.ConversationId,
        ticket.UserId ?? PostedActivityRules.ClaimedUser(wanted?.User?.Id, pass),
        ticket.UserId is null ? wanted?.User?.Name : ticket.UserName,
        wanted?.Locale,
        http.Connection.RemoteIpAddress?.ToString());

    private async Task<ConversationAnswer> EntryAsync(HttpContext http, string basePath, DirectLineTicket ticket, long watermark)
    {
        var token = await tokens.IssueAsync(ticket, http.RequestAborted);
        var stream = await tokens.IssueStreamAsync(ticket, http.RequestAborted);
        var from = watermark > 0 ? $"&watermark={Marks.Write(watermark)}" : "";
        var url = $"{(http.Request.IsHttps ? "wss" : "ws")}{ConversationFeed.Address(http.Request, basePath)}"
            + $"/conversations/{Uri.EscapeDataString(ticket.ConversationId)}/stream?t={stream.Token}{from}";
        return new ConversationAnswer(token.ConversationId, token.Token, token.ExpiresIn, url);
    }
}
