using BotFramework.Builder;
using Warmline.Bot.Dialogs;
using Warmline.Bot.Observing;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Conversing;

/// <summary>One turn: read, decide, commit. A turn that keeps failing ends with the truth and a person, never with silence.</summary>
internal sealed class TurnRunner(
    BotTurns turns, DueReaders due, LogAdapter adapter, IBot bot, ConversationState state, TurnDiary diary)
{
    private const int FailuresBeforeGivingUp = 1;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromMilliseconds(300);

    /// <summary>Reads and answers what is unread. False when there was nothing to do, or somebody else does it, or it must be tried again.</summary>
    public async Task<bool> RunOnceAsync(string conversationId, LeasedReader? lease, CancellationToken cancellationToken)
    {
        using var page = diary.Open(conversationId);
        try
        {
            return await TurnAsync(conversationId, lease, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            diary.NotStored(conversationId, error);
            await due.ReleaseBotAsync(conversationId, AfterTrouble, failed: true, cancellationToken);
            return false;
        }
    }

    /// <summary>The process stops: whoever comes next need not wait for the lease to end.</summary>
    public Task LetGoAsync(string conversationId) => due.ReleaseBotAsync(conversationId, TimeSpan.Zero, failed: false, CancellationToken.None);

    private async Task<bool> TurnAsync(string conversationId, LeasedReader? lease, CancellationToken cancellationToken)
    {
        if (lease is null && !await due.LeaseBotAsync(conversationId, Lease, cancellationToken))
        {
            return false;
        }

        var input = await diary.Rooms.MeasureAsync(Room.Load, turns.LoadAsync(conversationId, lease, cancellationToken));
        if (input is null)
        {
            await due.StopBotAsync(conversationId, cancellationToken);
            return false;
        }

        diary.Begun(input);
        var turn = new CurrentTurn(input);
        // A turn that was decided but could not be stored must give up too.
        if (!(input.Failures > FailuresBeforeGivingUp ? GiveUp(turn) : await diary.Rooms.MeasureAsync(Room.Decide, DecideAsync(turn, cancellationToken))))
        {
            await due.ReleaseBotAsync(conversationId, BeforeRetry, failed: true, cancellationToken);
            return false;
        }

        return await CommitAsync(turn, cancellationToken);
    }

    private async Task<bool> CommitAsync(CurrentTurn turn, CancellationToken cancellationToken)
    {
        var result = await diary.Rooms.MeasureAsync(Room.Commit, turns.CommitTurnAsync(turn.ToTurn(), cancellationToken));
        if (result is CommitResult.Stale stale)
        {
            diary.Stale(turn.Input.ConversationId, stale.Owner);
            await due.ReleaseBotAsync(turn.Input.ConversationId, BeforeRetry, failed: false, cancellationToken);
            return true;
        }

        diary.Committed(turn.Input, turn.GaveUp);
        return result is CommitResult.Committed { More: true };
    }

    private async Task<bool> DecideAsync(CurrentTurn turn, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(LongestTurn);
        try
        {
            foreach (var activity in TurnActivities.Of(turn.Input))
            {
                await RunPipelineAsync(turn, new TurnContext(adapter, activity), timeout.Token);
            }

            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            diary.Failed(turn.Input, error);
            return turn.Input.Failures >= FailuresBeforeGivingUp && GiveUp(turn);
        }
    }

    private async Task RunPipelineAsync(CurrentTurn turn, TurnContext context, CancellationToken cancellationToken)
    {
        context.TurnState.Set(turn);
        if (!state.Load(context, turn.DialogState))
        {
            diary.StateUnreadable(turn.Input.ConversationId);
        }

        await adapter.ProcessAsync(context, bot, cancellationToken);
        turn.DialogState = state.Save(context);
    }

    private static bool GiveUp(CurrentTurn turn)
    {
        turn.Discard();
        var handsOver = turn.Input.Owner == Owner.Bot && (turn.Input.FinishedTasks.Count > 0
            || turn.Input.Unread.Any(l => l is { Role: AuthorRole.Customer, Kind: LineKind.Said }));
        Apology.Say(turn, handsOver);
        if (handsOver)
        {
            turn.Make(new Move.RequestHandoff("bot_error", []));
        }

        return true;
    }
}
