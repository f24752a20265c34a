using System.Net;
using BotFramework.Connector;
using BotFramework.Schema;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Delivery;

namespace Warmline.Bot.Channels.Connector;

/// <summary>Carries a conversation's lines to its channel, one after the other, and notes what became of each.</summary>
internal sealed class LineSender(PushedLines lines, LeavingActivities leaving, ConnectorClient connector, TimeProvider time, ILogger<LineSender> log)
{
    private const int MostSettleTries = 60;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenSettleTries = TimeSpan.FromSeconds(1);

    /// <summary>Sends everything that waits in the conversation.</summary>
    public async Task RunAsync(string conversationId, LeasedReader? lease, CancellationToken cancellationToken)
    {
        var line = lease is null
            ? await lines.TakeAsync(conversationId, Lease, null, cancellationToken)
            : lines.Resume(lease);
        while (line is not null)
        {
            var outcome = await SendAsync(line, cancellationToken);
            ConnectorLog.Sent(log, conversationId, line.Line.Seq, outcome.GetType().Name);
            line = await SettleAsync(line, outcome, cancellationToken);
        }
    }

    /// <summary>The process stops before the line was sent.</summary>
    public async Task GiveBackAsync(LeasedReader lease)
    {
        if (lines.Resume(lease) is { } line)
        {
            await lines.GiveBackAsync(line, CancellationToken.None);
        }
    }

    private async Task<DeliveryOutcome> SendAsync(PushedLine line, CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(line, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome.AnswerLost();
        }
        catch (ConnectorException failure)
        {
            return OutcomeOf(failure);
        }
    }

    private async Task<DeliveryOutcome> CallAsync(PushedLine line, CancellationToken cancellationToken)
    {
        var activity = leaving.Of(line);
        var (serviceUrl, conversationId) = (activity.ServiceUrl!, activity.Conversation!.Id!);
        switch (line.Line.Kind)
        {
            case LineKind.Delete when line.TargetExternalId is null:
                return new DeliveryOutcome.Delivered(null);
            case LineKind.Delete when !LeavingActivities.IsChange(line):
                return new DeliveryOutcome.Refused("no_delete");
            case LineKind.Delete:
                await connector.DeleteActivityAsync(serviceUrl, conversationId, line.TargetExternalId, cancellationToken);
                return new DeliveryOutcome.Delivered(null);
            case LineKind.Edit when LeavingActivities.IsChange(line):
                activity.Id = line.TargetExternalId;
                await connector.UpdateActivityAsync(serviceUrl, conversationId, line.TargetExternalId!, activity, cancellationToken);
                return new DeliveryOutcome.Delivered(line.TargetExternalId);
            default:
                var sent = await connector.SendToConversationAsync(serviceUrl, conversationId, activity, cancellationToken);
                return new DeliveryOutcome.Delivered(sent.Id);
        }
    }

    private static DeliveryOutcome OutcomeOf(ConnectorException failure) => failure switch
    {
        { Status: HttpStatusCode.NotImplemented } => new DeliveryOutcome.Refused(failure.ErrorCode),

        // Only other settings would help, and the team should know now.
        { ErrorCode: ConnectorException.ServiceHostNotAllowed } => new DeliveryOutcome.Refused(failure.ErrorCode),

        // Our own credentials are at fault, not the line.
        { Status: HttpStatusCode.Unauthorized } => new DeliveryOutcome.NotNow(failure.RetryAfter),
        { Outcome: ConnectorOutcome.Refused } => new DeliveryOutcome.Refused(failure.ErrorCode),
        { Outcome: ConnectorOutcome.Unknown } => new DeliveryOutcome.AnswerLost(),
        _ => new DeliveryOutcome.NotNow(failure.RetryAfter),
    };

    // The channel has the line: while the database is away, forgetting that would send it twice.
    private async Task<PushedLine?> SettleAsync(PushedLine line, DeliveryOutcome outcome, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await lines.SettleAsync(line, outcome, Lease, CancellationToken.None);
            }
            catch (Exception error) when (tries < MostSettleTries && !cancellationToken.IsCancellationRequested)
            {
                if (tries == 1)
                {
                    ConnectorLog.NotSettled(log, line.Line.ConversationId, line.Line.Seq, error);
                }

                await Task.Delay(BetweenSettleTries, time, cancellationToken);
            }
        }
    }
}
