using Microsoft.Extensions.Options;
using Warmline.Handoff.Policy;

namespace Warmline.Bot.Understanding.Commands;

/// <summary>
/// <c>replay</c>: conversations <c>{"id","lang"?,"turns":[{"role","text"}],"handoff"?}</c> go through the engine and the policy;
/// out comes for each at which turn a person would have come, and why. With labels, figures on standard error.
/// </summary>
internal static class ReplayCommand
{
    public static async Task<int> RunAsync(
        IServiceProvider services, TextReader input, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var replay = new Replay(services.GetRequiredService<Understander>(), services.GetRequiredService<IOptions<PolicyOptions>>().Value);
        var figures = new ReplayFigures();
        var refused = await JsonLines.AnswerAsync<ReplayedConversation>(input, output, asked =>
        {
            var turns = replay.Run(asked);
            var handoff = turns.ToList().FindIndex(turn => turn.Decision == "handover");
            figures.Add(asked, handoff < 0 ? null : handoff);
            return new { asked.Id, HandoffTurn = handoff < 0 ? (int?)null : handoff, Turns = turns };
        }, cancellationToken);
        await errors.WriteLineAsync(figures.ToString());
        return refused;
    }
}
