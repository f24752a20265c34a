using BotFramework.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotFramework.DirectLine;

/// <summary>Posting and polling.</summary>
internal sealed class ActivityRoutes(
    DirectLineGate gate, PostedActivityRules rules, ConversationFeeds feeds, IOptions<DirectLineOptions> options, ILogger<ActivityRoutes> logger)
{
    internal async Task<Answer> PostAsync(HttpContext http, string conversationId)
    {
        var (pass, refusal) = await gate.EnterAsync(http, conversationId);
        if (pass is null)
        {
            return Answer.No(refusal!);
        }

        (var activity, refusal) = await RequestBody.ReadAsync<Activity>(http, options.Value.MaxBodyBytes);
        refusal ??= activity is null ? Refusals.Bad("The body is empty.") : rules.Refuses(activity, pass);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        return await AppendAsync(http, Store(http), rules.Receive(activity!, pass, conversationId), [], pass);
    }

    /// <summary>
    /// Never 5xx: a polling client stops for good when it sees one. On trouble it gets nothing, and asks again from the same place.
    /// </summary>
    internal async Task<Answer> GetAsync(HttpContext http, string basePath, string conversationId)
    {
        if (Marks.Read(http.Request) is not { } watermark)
        {
            return Answer.No(Refusals.Watermark);
        }

        try
        {
            return await ReadAsync(http, basePath, conversationId, watermark);
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            BotFrameworkLog.ReadFailed(logger, conversationId, exception);
            return Answer.Ok(new ActivityPage([], Marks.Write(watermark)));
        }
    }

    private static IActivityStore Store(HttpContext http) => http.RequestServices.GetRequiredService<IActivityStore>();

    internal static async Task<Answer> AppendAsync(
        HttpContext http, IActivityStore store, Activity activity, IReadOnlyList<UploadedFile> files, Pass pass)
    {
        var caller = new Caller(pass.Ticket?.UserId, http.Connection.RemoteIpAddress?.ToString());
        var posted = await store.AppendAsync(activity.Conversation!.Id!, activity, files, caller, http.RequestAborted);
        if (posted.Refusal is { } refusal)
        {
            return Answer.No(refusal);
        }

        return Answer.Ok(new PostedId(string.IsNullOrEmpty(posted.Id) ? activity.Id ?? "" : posted.Id));
    }

    private async Task<Answer> ReadAsync(HttpContext http, string basePath, string conversationId, long watermark)
    {
        var (pass, refusal) = await gate.EnterAsync(http, conversationId);
        if (pass is null)
        {
            return Answer.No(refusal!);
        }

        var store = Store(http);
        if (!await store.ExistsAsync(conversationId, http.RequestAborted))
        {
            return Answer.No(Refusals.NotFound);
        }

        return Answer.Ok(ActivityPage.Of(await feeds.Of(store, http.Request, basePath, conversationId).ReadAsync(watermark, http.RequestAborted)));
    }
}
