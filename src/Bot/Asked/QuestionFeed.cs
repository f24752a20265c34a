using Warmline.Handoff.Policy;
using Warmline.Knowledge.Asked;

namespace Warmline.Bot.Asked;

/// <summary>Tells the editors' side what customers asked, some seconds after the turn. What it was about to tell when it stopped is told again.</summary>
internal sealed class QuestionFeed(KnowledgeTurns turns, AskedQuestions questions, TimeProvider time, ILogger<QuestionFeed> log) : BackgroundService
{
    // Customers wait while a batch is stored.
    private const int AtOnce = 25;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromHours(1);
    private DateTimeOffset _purgeAt = DateTimeOffset.MinValue;

    /// <summary>Tells everything that waits.</summary>
    internal async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<KnowledgeTurn> batch;
        do
        {
            batch = await turns.ReadAsync(AtOnce, cancellationToken);
            await questions.TakeAsync([.. batch.Select(Asked).OfType<AskedTurn>()], cancellationToken);
            if (batch.Count > 0)
            {
                await turns.ToldAsync(batch, cancellationToken);
            }
        }
        while (batch.Count == AtOnce);

        if (time.GetUtcNow() >= _purgeAt && await questions.PurgeAsync(cancellationToken) == 0)
        {
            _purgeAt = time.GetUtcNow() + PurgeEvery;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryRunOnceAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task TryRunOnceAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await turns.TakeLeaseAsync(Every, stoppingToken))
            {
                await RunOnceAsync(stoppingToken);
            }
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            AskedLog.FeedFailed(log, error);
        }
    }

    private static AskedTurn? Asked(KnowledgeTurn turn) => turn.Insight is not { } insight ? null
        : new AskedTurn(turn.ConversationId, turn.Seq, insight.Language, turn.At)
        {
            Question = insight.Asked is not { } asked ? null : new AskedWords(asked.Question, OutcomeOf(asked.Outcome), asked.Keys, asked.Confidence)
            {
                Before = asked.Before,
                BeforeKey = asked.BeforeKey,
            },
            Helped = insight.Helped,
            HandedOver = insight.HandedOver is not null,
        };

    private static AskedOutcome OutcomeOf(string outcome) => outcome switch
    {
        KnowledgeNote.Answer => AskedOutcome.Answer,
        KnowledgeNote.Choices => AskedOutcome.Choices,
        KnowledgeNote.AskedBack => AskedOutcome.AskedBack,
        _ => AskedOutcome.None,
    };
}
