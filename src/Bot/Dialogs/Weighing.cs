using Microsoft.Extensions.Options;
using Warmline.Bot.Understanding;
using Warmline.Handoff.Policy;

namespace Warmline.Bot.Dialogs;

/// <summary>Puts a turn before the handoff policy, and keeps what it said for the team.</summary>
internal sealed class Weighing(IOptions<PolicyOptions> options)
{
    private const int IntentsKept = 4;
    private const string Vip = "vip";
    private const string NotHelped = "not_helped";

    /// <summary>What the turn calls for when the bot has failed <paramref name="failedTurns"/> times in a row. May be asked again in a turn; the last answer counts.</summary>
    public HandoffDecision Decide(Talk talk, int failedTurns)
    {
        var signals = Noticed(talk);
        var top = talk.Understood.Top;
        var turn = new NoticedTurn(
            talk.Turn.Input.LastSeq, signals, failedTurns, top.Confidence >= IntentScore.Sure ? IntentNames.Of(top.Intent) : null);
        var decision = HandoffPolicy.Decide(turn, talk.PolicyBefore, options.Value);
        talk.Memory.Policy = decision.Memory;
        talk.Turn.Insight = new TurnInsight(
            talk.Understood.Language,
            [.. talk.Understood.Intents.Where((score, rank) => rank == 0 || score.Intent != Intent.Other).Take(IntentsKept).Select(score => new UnderstoodIntent(IntentNames.Of(score.Intent), score.Confidence, score.Evidence))],
            signals,
            decision);
        return decision;
    }

    private static List<NoticedSignal> Noticed(Talk talk)
    {
        var signals = talk.Understood.Signals.All.Select(signal => new NoticedSignal(signal.Key, signal.Value.Strength, signal.Value.Evidence)).ToList();
        if (talk.Turn.FactOf("standing") == Vip)
        {
            signals.Add(new NoticedSignal(Vip, 1, []));
        }

        if (talk.Memory.Offer == Offer.Helped && talk.Understood.Top.Intent is Intent.Yes or Intent.No)
        {
            // Judged even if a person takes over at once.
            talk.Turn.Helped = talk.Understood.Top.Intent == Intent.Yes;
        }

        if (talk.Turn.Helped == false)
        {
            signals.Add(new NoticedSignal(NotHelped, 1, talk.Understood.Top.Evidence));
        }

        return signals;
    }
}
