using BotFramework.DirectLine.Files;
using BotFramework.Schema;
using Microsoft.AspNetCore.Http;

namespace BotFramework.DirectLine;

/// <summary>One conversation as one client reads it: the store's lines, with links to files that this client can follow.</summary>
internal sealed class ConversationFeed(IActivityStore store, string conversationId, FileLinks links, string files)
{
    internal const int PageSize = 100;

    internal string ConversationId => conversationId;

    /// <summary>The address of this endpoint as the client sees it.</summary>
    internal static string Address(HttpRequest request, string basePath) =>
        $"://{request.Host}{request.PathBase}{basePath}";

    internal async Task<ActivitySet> ReadAsync(long after, CancellationToken cancellationToken) =>
        await links.WriteAsync(await store.ReadAsync(conversationId, after, PageSize, cancellationToken), files, cancellationToken);

    internal IDisposable Listen(Action<Activity?> heard) => store.Listen(conversationId, heard);
}

/// <summary>Makes feeds.</summary>
internal sealed class ConversationFeeds(FileLinks links)
{
    internal ConversationFeed Of(IActivityStore store, HttpRequest request, string basePath, string conversationId) =>
        new(store, conversationId, links, $"{request.Scheme}{ConversationFeed.Address(request, basePath)}/files/");
}
