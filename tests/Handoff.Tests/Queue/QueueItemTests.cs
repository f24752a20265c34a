using Warmline.Handoff.Queue;

namespace Warmline.Handoff.Tests.Queue;

public sealed class QueueItemTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<string, (Action<QueueItem> Make, QueueState[] From)> Moves = new()
    {
        ["Announce"] = (i => i.Announce(Now), [QueueState.Requested]),
        ["Accept"] = (i => i.Accept("a", "Ola", Now), [QueueState.Requested]),
        ["Requeue"] = (i => i.Requeue(Now), [QueueState.Active]),
        ["Close"] = (i => i.Close(CloseReasons.Solved, Now), [QueueState.Requested, QueueState.Active]),
    };

    public static TheoryData<string, string> EveryStateAndMove() =>
        new(from state in Enum.GetNames<QueueState>() from move in Moves.Keys select (state, move));

    [Theory, MemberData(nameof(EveryStateAndMove))]
    public void A_move_that_the_state_does_not_allow_throws_and_changes_nothing(string state, string move)
    {
        var item = In(Enum.Parse<QueueState>(state));

        if (Moves[move].From.Contains(item.State))
        {
            Moves[move].Make(item);
        }
        else
        {
            Assert.Throws<QueueMoveException>(() => Moves[move].Make(item));
            Assert.Equal(state, item.State.ToString());
        }
    }

    private static QueueItem In(QueueState state)
    {
        var item = new QueueItem
        {
            Id = "i",
            ConversationId = "c",
            Language = "en",
            Reason = "asked",
            Reasons = "[]",
            RequestedAt = Now,
            EffectiveArrival = Now,
        };
        if (state != QueueState.Requested)
        {
            item.Accept("a", "Ola", Now);
        }

        if (state == QueueState.Closed)
        {
            item.Close(CloseReasons.Other, Now);
        }

        return item;
    }
}
