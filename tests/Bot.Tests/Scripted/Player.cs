using Microsoft.Extensions.DependencyInjection;
using Warmline.Bot.Tests.Stories;
using Warmline.Handoff.Tasks;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Scripted;

/// <summary>Plays one dialogue through the front door until its goal is reached, a person is offered, or patience is over.</summary>
internal sealed class Player(WarmlineApplication app, Facts facts, Ends ends)
{
    private const int MostTurns = 25;

    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    public async Task<(Played Played, Voice Voice)> PlayAsync(Script script)
    {
        await using var customer = await Customer.OpenAsync(app.Http, script.Language, null, Cancel);
        await customer.NextTurnAsync(Cancel);
        var dialogue = new Dialogue(script, facts);
        var line = dialogue.Who.Open();
        while (dialogue.Turns < MostTurns)
        {
            await customer.SayAsync(line, Cancel);
            await HearAsync(customer, dialogue);
            if (dialogue.IsOver)
            {
                break;
            }

            line = dialogue.ShowsWrongOrder ? dialogue.Who.Correct() : dialogue.Who.Answer(dialogue.Question, dialogue.Buttons);
        }

        if (dialogue is { IsSolved: true, Offers: true })
        {
            // An honest no comes with the offer of a person; this customer has heard enough.
            await customer.SayAsync(dialogue.Voice.Say("No"), Cancel);
            dialogue.Hear(await customer.NextTurnAsync(Cancel), isDone: false);
        }

        return (dialogue.Played(customer.Written()), dialogue.Voice);
    }

    // What was said yes to is done outside the turn, and told by itself.
    private async Task HearAsync(Customer customer, Dialogue dialogue)
    {
        var turn = await customer.NextTurnAsync(Cancel);
        var promised = Array.FindLastIndex(turn, dialogue.Promises) + 1;
        dialogue.Hear(promised > 0 ? turn[..promised] : turn, isDone: false);
        if (!dialogue.IsBeingDone)
        {
            return;
        }

        while (await app.Services.GetRequiredService<TaskWorker>().RunOnceAsync(Cancel))
        {
        }

        // The shop may be quicker than the socket: then the end came in the same frame.
        var end = promised > 0 && promised < turn.Length ? turn[promised..] : await customer.NextTurnAsync(Cancel);
        dialogue.Hear(end, await ends.IsDoneAsync(dialogue.Script, dialogue.Voice, Cancel));
    }
}
