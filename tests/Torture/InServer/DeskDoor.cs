using System.Net;
using Microsoft.AspNetCore.Http;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Queue;

namespace Warmline.Torture.InServer;

/// <summary>What an agent can do at the desk, one verb per request: the very classes the desk's pages call.</summary>
internal sealed class DeskDoor(AgentConversations conversations, WaitingRoom room, Presence presence, Notes notes, ConversationLog log)
{
    private const int Tail = 200;

    public async Task AnswerAsync(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var asked = (await http.Request.ReadFromJsonAsync<DeskRequest>(http.RequestAborted))!;
        await http.Response.WriteAsJsonAsync(await DoAsync(http.Request.Path.Value!.Trim('/'), asked, http.RequestAborted), http.RequestAborted);
    }

    private Task<DeskAnswer> DoAsync(string verb, DeskRequest asked, CancellationToken cancellationToken) => verb switch
    {
        "look" => LookAsync(asked, cancellationToken),
        "accept" => AcceptAsync(asked, cancellationToken),
        "say" => SayAsync(asked, cancellationToken),
        "keep" => KeepAsync(asked, cancellationToken),
        "note" => NoteAsync(asked, cancellationToken),
        "close" => CloseAsync(asked, cancellationToken),
        "view" => ViewAsync(asked, cancellationToken),
        _ => throw new ArgumentException($"There is no verb '{verb}'.", nameof(verb)),
    };

    // The desk is open, on duty and visible: it beats, shows who waits and tells them so.
    private async Task<DeskAnswer> LookAsync(DeskRequest asked, CancellationToken cancellationToken)
    {
        await presence.ChooseAsync(asked.Agent, onDuty: true, cancellationToken);
        var waiting = await room.WaitingAsync(cancellationToken);
        await room.AcknowledgeAsync([.. waiting.Select(item => item.Id)], cancellationToken);
        return new DeskAnswer(DeskAnswer.Done) { Items = [.. waiting.Select(item => new DeskItem(item.Id, item.ConversationId))] };
    }

    private async Task<DeskAnswer> AcceptAsync(DeskRequest asked, CancellationToken cancellationToken)
    {
        var result = await conversations.AcceptAsync(Of(asked), asked.Item, cancellationToken);
        return new DeskAnswer(result.GetType().Name);
    }

    private async Task<DeskAnswer> SayAsync(DeskRequest asked, CancellationToken cancellationToken)
    {
        var result = await conversations.SayAsync(Of(asked), asked.Conversation, asked.Epoch, asked.Text, asked.Key, cancellationToken);
        return new DeskAnswer(result.GetType().Name) { Seq = result is SayResult.Said said ? said.Seq : 0 };
    }

    private async Task<DeskAnswer> KeepAsync(DeskRequest asked, CancellationToken cancellationToken)
    {
        await conversations.KeepAsync(Of(asked), asked.Conversation, asked.Text, asked.Seen, cancellationToken);
        return new DeskAnswer(DeskAnswer.Done);
    }

    private async Task<DeskAnswer> NoteAsync(DeskRequest asked, CancellationToken cancellationToken)
    {
        await notes.AddAsync(Of(asked), asked.Conversation, asked.Text, cancellationToken);
        return new DeskAnswer(DeskAnswer.Done);
    }

    private async Task<DeskAnswer> CloseAsync(DeskRequest asked, CancellationToken cancellationToken) =>
        new(await conversations.CloseAsync(Of(asked), asked.Conversation, CloseReasons.ByAgent[0], cancellationToken)
            ? DeskAnswer.Done
            : DeskAnswer.Refused);

    private async Task<DeskAnswer> ViewAsync(DeskRequest asked, CancellationToken cancellationToken)
    {
        var view = (await room.ViewAsync(asked.Conversation, cancellationToken))!;
        var lines = await log.ReadAsync(asked.Conversation, Math.Max(0, view.Conversation.LastSeq - Tail), Tail, cancellationToken);
        var last = lines.LastOrDefault(line => line is { Role: AuthorRole.Customer, Kind: LineKind.Said })?.Seq ?? 0;
        return new DeskAnswer(DeskAnswer.Done)
        {
            View = new DeskView(
                $"{view.Conversation.Owner}", view.Conversation.OwnerAgentId, view.Conversation.Epoch, view.Conversation.LastSeq, view.Item?.Draft, last),
        };
    }

    private static Agent Of(DeskRequest asked) => new(asked.Agent, asked.Agent);
}
