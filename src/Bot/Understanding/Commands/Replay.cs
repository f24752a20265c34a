using Warmline.Handoff.Policy;

namespace Warmline.Bot.Understanding.Commands;

/// <summary>A conversation that was: whose turn, what was said, and (if somebody judged it) where a person should have come.</summary>
/// <param name="Handoff">The index of that turn; turns may be marked <c>"handoff":"yes"</c> instead.</param>
internal sealed record ReplayedConversation(string? Id, string? Lang, IReadOnlyList<ReplayedTurn>? Turns, int? Handoff);

internal sealed record ReplayedTurn(string? Role, string? Text, string? Handoff);

/// <summary>What would have been decided at a turn; the bot's own turns decide nothing.</summary>
internal sealed record ReplayedDecision(string Decision, double Score, IReadOnlyList<string> Reasons);

/// <summary>Lets a conversation happen again before the engine and the policy.</summary>
internal sealed class Replay(Understander understander, PolicyOptions policy)
{
    private const string User = "user";

    public IReadOnlyList<ReplayedDecision> Run(ReplayedConversation conversation)
    {
        var (memory, failed, earlier, answers, decisions) = (new PolicyMemory(), 0, new List<string>(), new List<string>(), new List<ReplayedDecision>());
        var language = Languages.Of(conversation.Lang) ?? Languages.Default;
        foreach (var turn in conversation.Turns ?? [])
        {
            var text = turn.Text ?? "";
            if (turn.Role != User)
            {
                answers.Add(text);
                decisions.Add(new ReplayedDecision("stay", Math.Round(memory.Tension, 3), []));
                continue;
            }

            var understood = understander.Understand([text], language, new SoFar(earlier, answers));
            (language, failed) = (understood.Language, IsLost(understood) ? failed + 1 : 0);
            var decision = HandoffPolicy.Decide(Noticed(understood, decisions.Count, failed), memory, policy);
            memory = decision.Memory;
            earlier.Add(text);
            decisions.Add(new ReplayedDecision(Name(decision.Kind), Math.Round(decision.Score, 3), [.. decision.Reasons.Select(Words)]));
        }

        return decisions;
    }

    private static NoticedTurn Noticed(Understood understood, int seq, int failed) => new(
        seq, [.. understood.Signals.All.Select(signal => new NoticedSignal(signal.Key, signal.Value.Strength, signal.Value.Evidence))], failed, IntentNames.Of(understood.Top.Intent));

    // As the live bot counts: nothing of a shop was said, and nothing was answered.
    private static bool IsLost(Understood understood) => understood.Top is { Intent: Intent.Other, Confidence: >= IntentScore.Sure };

    private static string Name(HandoffKind kind) => kind switch
    {
        HandoffKind.Stay => "stay",
        HandoffKind.Clarify => "clarify",
        HandoffKind.Offer => "offer",
        HandoffKind.HandOver => "handover",
        _ => throw new InvalidOperationException($"Unknown decision {kind}."),
    };

    private static string Words(HandoffReason reason)
    {
        var where = reason.Lines.Count > 1 ? $" in turns {string.Join(", ", reason.Lines)}" : "";
        var quotes = reason.Evidence.Count > 0 ? $": {string.Join("; ", reason.Evidence)}" : "";
        return reason.Key + where + quotes;
    }
}
