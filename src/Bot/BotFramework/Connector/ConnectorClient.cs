using System.Globalization;
using BotFramework.Schema;

namespace BotFramework.Connector;

/// <summary>
/// The bot's calls to a channel (Bot Connector REST v3). <c>serviceUrl</c> is the one of the conversation's last activity. Every
/// failure is a <see cref="ConnectorException"/>; a call is repeated only when it surely had no effect.
/// </summary>
public sealed class ConnectorClient
{
    private readonly ConnectorCalls _calls;

    internal ConnectorClient(ConnectorCalls calls) => _calls = calls;

    /// <summary>Sends an activity where it is addressed to: as a reply when it has a <see cref="Activity.ReplyToId"/>.</summary>
    public Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        var (serviceUrl, conversationId) = (activity.ServiceUrl ?? "", activity.Conversation?.Id ?? "");
        return activity.ReplyToId is { Length: > 0 } replyToId
            ? ReplyToActivityAsync(serviceUrl, conversationId, replyToId, activity, cancellationToken)
            : SendToConversationAsync(serviceUrl, conversationId, activity, cancellationToken);
    }

    public Task<ResourceResponse> SendToConversationAsync(
        string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, serviceUrl, Routes.Activities(conversationId), activity, cancellationToken);

    public Task<ResourceResponse> ReplyToActivityAsync(
        string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, serviceUrl, Routes.Activity(conversationId, activityId), activity, cancellationToken);

    /// <summary>Replaces what the bot sent before.</summary>
    public Task<ResourceResponse> UpdateActivityAsync(
        string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Put, serviceUrl, Routes.Activity(conversationId, activityId), activity, cancellationToken);

    public Task DeleteActivityAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) =>
        _calls.SendAsync<object>(HttpMethod.Delete, serviceUrl, Routes.Activity(conversationId, activityId), null, cancellationToken);

    /// <summary>A new conversation with a member, or a new thread in a channel. The answer's service URL wins over the one given.</summary>
    public async Task<ConversationResourceResponse> CreateConversationAsync(
        string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken) =>
        await _calls.SendAsync<ConversationResourceResponse>(HttpMethod.Post, serviceUrl, Routes.Conversations, parameters, cancellationToken)
        ?? new ConversationResourceResponse(null, null, null);

    public Task<IReadOnlyList<ChannelAccount>> GetConversationMembersAsync(
        string serviceUrl, string conversationId, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<ChannelAccount>>(serviceUrl, Routes.Members(conversationId), cancellationToken);

    public Task<ChannelAccount> GetConversationMemberAsync(
        string serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken) =>
        ReadAsync<ChannelAccount>(serviceUrl, Routes.Member(conversationId, memberId), cancellationToken);

    /// <summary>Members page by page; give the token of the last page for the next.</summary>
    public Task<PagedMembersResult> GetConversationPagedMembersAsync(
        string serviceUrl, string conversationId, int? pageSize, string? continuationToken, CancellationToken cancellationToken) =>
        ReadAsync<PagedMembersResult>(serviceUrl, Routes.PagedMembers(conversationId, pageSize, continuationToken), cancellationToken);

    public Task<ResourceResponse> UploadAttachmentAsync(
        string serviceUrl, string conversationId, AttachmentData attachment, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, serviceUrl, Routes.Attachments(conversationId), attachment, cancellationToken);

    private async Task<ResourceResponse> WriteAsync(
        HttpMethod method, string serviceUrl, string route, object body, CancellationToken cancellationToken) =>
        await _calls.SendAsync<ResourceResponse>(method, serviceUrl, route, body, cancellationToken) ?? new ResourceResponse(null);

    private async Task<T> ReadAsync<T>(string serviceUrl, string route, CancellationToken cancellationToken) where T : class =>
        await _calls.SendAsync<T>(HttpMethod.Get, serviceUrl, route, null, cancellationToken)
        ?? throw new ConnectorException(ConnectorOutcome.ServerFailed, "BadAnswer", "The channel's answer was not what was asked for.");
}

/// <summary>The connector's routes, every part of them escaped.</summary>
internal static class Routes
{
    internal const string Conversations = "v3/conversations";

    internal static string Activities(string conversationId) => $"{Conversations}/{Part(conversationId)}/activities";

    internal static string Activity(string conversationId, string activityId) => $"{Activities(conversationId)}/{Part(activityId)}";

    internal static string Attachments(string conversationId) => $"{Conversations}/{Part(conversationId)}/attachments";

    internal static string Members(string conversationId) => $"{Conversations}/{Part(conversationId)}/members";

    internal static string Member(string conversationId, string memberId) => $"{Members(conversationId)}/{Part(memberId)}";

    internal static string PagedMembers(string conversationId, int? pageSize, string? continuationToken)
    {
        var query = (pageSize is { } size ? $"&pageSize={size.ToString(CultureInfo.InvariantCulture)}" : "")
            + (continuationToken is null ? "" : $"&continuationToken={Uri.EscapeDataString(continuationToken)}");
        return $"{Conversations}/{Part(conversationId)}/pagedmembers{(query.Length == 0 ? "" : $"?{query[1..]}")}";
    }

    // Nothing and dots would name another route: they are not ids.
    private static string Part(string id) => id is "" or "." or ".."
        ? throw new ConnectorException(ConnectorOutcome.Refused, "BadArgument", "There is no id to call.")
        : Uri.EscapeDataString(id);
}
