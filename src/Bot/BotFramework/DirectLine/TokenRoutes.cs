using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BotFramework.DirectLine;

/// <summary><c>/tokens/…</c></summary>
internal sealed class TokenRoutes(DirectLineGate gate, DirectLineTokens tokens, IOptions<DirectLineOptions> options)
{
    internal async Task<Answer> GenerateAsync(HttpContext http)
    {
        var (pass, refusal) = gate.EnterWithSecret(http);
        if (pass is null)
        {
            return Answer.No(refusal!);
        }

        (var wanted, refusal) = await RequestBody.ReadAsync<TokenParameters>(http, options.Value.MaxBodyBytes);
        refusal ??= wanted?.Refuses();
        if (refusal is null && wanted?.User?.Id is { } id && !PostedActivityRules.IsTokenUser(id))
        {
            refusal = Refusals.Bad("A token's user id begins with 'dl_'.");
        }

        return refusal is null
            ? Answer.Ok(await tokens.IssueAsync(TokenParameters.TicketOf(wanted, pass.Site), http.RequestAborted))
            : Answer.No(refusal);
    }

    /// <summary>The same conversation, user and origins for a while longer; what has expired stays so.</summary>
    internal async Task<Answer> RefreshAsync(HttpContext http)
    {
        var (pass, refusal) = await gate.EnterAsync(http);
        return pass?.Ticket is { } ticket
            ? Answer.Ok(await tokens.IssueAsync(ticket, http.RequestAborted))
            : Answer.No(refusal ?? Refusals.Malformed);
    }
}
