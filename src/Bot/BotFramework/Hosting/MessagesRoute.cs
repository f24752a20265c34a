using BotFramework.Authentication;
using BotFramework.DirectLine;
using BotFramework.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotFramework.Hosting;

/// <summary>Takes one activity from a channel.</summary>
internal sealed class MessagesRoute(ChannelGate gate, IOptions<BotFrameworkOptions> options, ILogger<MessagesRoute> logger)
{
    private static readonly IntakeAnswer NobodyWeKnow = new(StatusCodes.Status401Unauthorized);

    /// <summary>No exception reaches the channel: it gets a status it understands and the log gets the rest.</summary>
    internal async Task HandleAsync(HttpContext http)
    {
        try
        {
            await WriteAsync(http, await AnswerAsync(http));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
        {
            await WriteAsync(http, No(Refusals.Bad("The request could not be read.") with { Status = exception.StatusCode }));
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            BotFrameworkLog.IntakeFailed(logger, exception);
            await WriteAsync(http, No(Refusals.Trouble));
        }
    }

    private static IntakeAnswer No(Refusal refusal) => new(refusal.Status, ErrorResponse.Of(refusal.Code, refusal.Message));

    private static Task WriteAsync(HttpContext http, IntakeAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        if (answer.Body is null)
        {
            return Task.CompletedTask;
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        return http.Response.WriteAsJsonAsync(answer.Body, answer.Body.GetType(), ProtocolJson.Options, null, http.RequestAborted);
    }

    private static Refusal? Refuses(Activity? activity)
    {
        var missing = activity switch
        {
            null => "body",
            { Type: null or "" } => "type",
            { Conversation: not { Id.Length: > 0 } } => "conversation.id",
            { From: not { Id.Length: > 0 } } => "from.id",
            { Recipient: not { Id.Length: > 0 } } => "recipient.id",
            { ChannelId: null or "" } => "channelId",
            { ServiceUrl: null or "" } => "serviceUrl",
            _ => null,
        };
        return missing is null ? null : Refusals.Bad($"The activity has no {missing}.");
    }

    private async Task<IntakeAnswer> AnswerAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            return new IntakeAnswer(StatusCodes.Status405MethodNotAllowed);
        }

        // The token first: strangers' bodies are not read.
        var (pass, isAdmitted) = await gate.AdmitAsync(http);
        if (!isAdmitted)
        {
            return NobodyWeKnow;
        }

        var (activity, refusal) = await RequestBody.ReadAsync<Activity>(http, options.Value.MaxBodyBytes);
        refusal ??= Refuses(activity);
        if (refusal is not null)
        {
            return No(refusal);
        }

        return pass?.Covers(activity!) == false && !gate.Refuse("service URL or endorsement")
            ? NobodyWeKnow
            : await TakeAsync(http, activity!, pass);
    }

    private static Task<IntakeAnswer> TakeAsync(HttpContext http, Activity activity, ChannelPass? pass)
    {
        activity.CallerId = pass is null ? null : CallerIds.PublicAzure;
        var intake = http.RequestServices.GetRequiredService<IActivityIntake>();
        return intake.TakeAsync(
            activity, new ChannelCaller(pass is null, http.Connection.RemoteIpAddress?.ToString()), http.RequestAborted);
    }
}
