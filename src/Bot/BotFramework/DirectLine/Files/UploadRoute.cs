using BotFramework.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotFramework.DirectLine.Files;

/// <summary><c>POST …/upload?userId=</c>: one file as the body, or a form of an activity and files.</summary>
internal sealed class UploadRoute(
    DirectLineGate gate, UploadReader reader, PostedActivityRules rules, IOptions<DirectLineOptions> options, TimeProvider time)
{
    // Boundaries and headers of the form.
    private const int Wrapping = 64 * 1024;

    internal async Task<Answer> PostAsync(HttpContext http, string conversationId)
    {
        var (pass, refusal) = await gate.EnterAsync(http, conversationId);
        if (pass is null)
        {
            return Answer.No(refusal!);
        }

        var store = http.RequestServices.GetRequiredService<IActivityStore>();
        if (!await store.ExistsAsync(conversationId, http.RequestAborted))
        {
            return Answer.No(Refusals.NotFound);
        }

        using var share = reader.Begin();
        (var upload, refusal) = await ReadInTimeAsync(http, share);
        if (upload is null)
        {
            return Answer.No(refusal!);
        }

        var activity = upload.Activity ?? new Activity { Type = ActivityTypes.Message };
        Name(activity, http.Request.Query["userId"].ToString());
        refusal = activity.Type == ActivityTypes.Message ? rules.Refuses(activity, pass) : Refusals.Bad("Files come with a message.");
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        activity = rules.Receive(activity, pass, conversationId);
        UploadedAttachments.Attach(activity, upload.Files);
        return Refuses(activity) is { } no ? Answer.No(no) : await ActivityRoutes.AppendAsync(http, store, activity, upload.Files, pass);
    }

    // Whoever sends drop by drop would hold memory for as long as they like.
    private async Task<(Upload? Upload, Refusal? Refusal)> ReadInTimeAsync(HttpContext http, UploadBudget.Share share)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.Value.MaxUploadBytes + Wrapping;
        }

        using var tooLong = new CancellationTokenSource(options.Value.MaxUploadTime, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, tooLong.Token);
        try
        {
            return await reader.ReadAsync(http.Request, share, ending.Token);
        }
        catch (OperationCanceledException) when (tooLong.IsCancellationRequested)
        {
            return (null, Refusals.TooSlow);
        }
    }

    private static void Name(Activity activity, string userId)
    {
        activity.From ??= new ChannelAccount();
        activity.From.Id = userId.Length > 0 ? userId : activity.From.Id;
    }

    // Small pictures are gone now; what is left is as long as any other activity may be.
    private Refusal? Refuses(Activity activity) =>
        activity.Attachments is null && string.IsNullOrWhiteSpace(activity.Text) && activity.Value is null ? Refusals.Bad("There is no file.")
        : System.Text.Encoding.UTF8.GetByteCount(ProtocolJson.Write(activity)) > options.Value.MaxBodyBytes
            ? Refusals.TooLarge($"The activity is larger than {options.Value.MaxBodyBytes} bytes.")
        : null;
}
