using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BotFramework.DirectLine;

/// <summary><c>/tokens/…</c></summary>
internal sealed class TokenRoutes(DirectLineGate gate, DirectLineTokens tokens, IOptions<DirectLineOptions> options)
{
    internal async Task<Answer> GenerateAsync(HttpContext http)
    {
        if (gate.RefusesSecret(http) is { } no)
        {
            return Answer.No(no);
        }

        var (wanted, refusal) = await RequestBody.ReadAsync<TokenParameters>(http, options.Value.MaxBodyBytes);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        if (wanted?.User?.Id is { } id && !PostedActivityRules.IsTokenUser(id))
        {
            return Answer.No(Refusals.Bad("A token's user id begins with 'dl_'."));
        }

        return Answer.Ok(await tokens.IssueAsync(
            DirectLineTokens.NewConversationId(), wanted?.User?.Id, wanted?.User?.Name, http.RequestAborted));
    }

    internal async Task<Answer> RefreshAsync(HttpContext http)
    {
        var (pass, refusal) = await gate.EnterAsync(http);
        return pass?.Ticket is not { } ticket
            ? Answer.No(refusal ?? Refusals.Malformed)
            : Answer.Ok(await tokens.IssueAsync(ticket.ConversationId, ticket.UserId, ticket.UserName, http.RequestAborted));
    }
}
